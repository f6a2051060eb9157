package io.journeystats.tenant;

import io.journeystats.http.ClientConnection;
import io.journeystats.http.ClientNetwork;
import io.journeystats.http.ConcurrencyLimit;
import io.journeystats.http.ProblemErrorHandler;
import io.journeystats.http.RateLimit;
import io.journeystats.http.RequestMemory;
import io.journeystats.http.RequestTrace;
import io.journeystats.http.TryAgainException;
import io.journeystats.limit.ProcessorTurns;
import io.journeystats.limit.RequestShare;
import io.journeystats.limit.TenantLimiter;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The handler that bounds how many requests are served at once. Callers with a key or a session
 * share the service by tenant; a request of theirs whose body is still on its way counts apart, so
 * that slow bodies keep nobody from asking. All other requests have a small share of their own,
 * divided by address.
 */
public final class AdmissionHandler extends Handler.Wrapper {
  /** The holder of all that the operator does. */
  private static final String OPERATOR = "";

  private final Function<Request, Optional<Caller>> callers;
  private final ConcurrencyLimit<String> requests;
  private final ConcurrencyLimit<String> bodies;
  private final ConcurrencyLimit<String> unknown;
  private final TenantLimiter memory;
  private final TenantLimiter memoryOfUnknown;
  private final ProcessorTurns turns;
  private final long much;
  private final LongAdder refusedToTenants = new LongAdder();
  private final LongAdder refusedToAddresses = new LongAdder();
  private final LongAdder refusedToAll = new LongAdder();

  /**
   * Makes the handler.
   *
   * @param callers tells who asks; empty where that is not known
   * @param requests the requests of known callers, by tenant
   * @param bodies those of them whose body is on its way
   * @param unknown the requests of all others, by address
   * @param memory what the requests of known callers hold of the heap, by tenant
   * @param memoryOfUnknown what those of all others hold, by address
   * @param turns the turns of requests that work on much
   * @param much beyond how many bytes of memory a request does
   */
  public AdmissionHandler(
      Function<Request, Optional<Caller>> callers,
      ConcurrencyLimit<String> requests,
      ConcurrencyLimit<String> bodies,
      ConcurrencyLimit<String> unknown,
      TenantLimiter memory,
      TenantLimiter memoryOfUnknown,
      ProcessorTurns turns,
      long much) {
    this.callers = callers;
    this.requests = requests;
    this.bodies = bodies;
    this.unknown = unknown;
    this.memory = memory;
    this.memoryOfUnknown = memoryOfUnknown;
    this.turns = turns;
    this.much = much;
  }

  /** How many requests were refused as their tenant had too many. */
  public long refusedToTenants() {
    return refusedToTenants.sum();
  }

  /** How many requests of unknown callers were refused as their address had too many. */
  public long refusedToAddresses() {
    return refusedToAddresses.sum();
  }

  /** How many requests were refused as there were too many of all. */
  public long refusedToAll() {
    return refusedToAll.sum();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Caller> caller = callers.apply(request);
    caller.ifPresent(known ->
        RequestTrace.of(request.getAttribute(RequestTrace.PROPERTY)).ifPresent(known::identify));
    Optional<String> tenant = caller.map(AdmissionHandler::holder);
    boolean admitted =
        tenant.isEmpty()
            ? admitsUnknown(request, response, callback)
            : admits(tenant.get(), request, response, callback);
    if (!admitted) {
      return true;
    }
    tenant.filter(known -> !known.equals(OPERATOR)).ifPresent(turns::note);
    RequestShare held =
        tenant
            .map(known -> share(memory, known))
            .orElseGet(() -> share(memoryOfUnknown, network(request)));
    request.setAttribute(RequestMemory.PROPERTY, held);
    Request.addCompletionListener(request, _ -> held.close());
    if (tenant.isPresent() && ClientConnection.hasBody(request)) {
      var counted = new CountedRequest(request, tenant.get());
      Request.addCompletionListener(request, _ -> counted.end());
      return super.handle(counted, response, callback);
    }
    return super.handle(request, response, callback);
  }

  private RequestShare share(TenantLimiter limiter, String holder) {
    return new RequestShare(limiter.permit(holder), turns, holder, much);
  }

  private static String holder(Caller caller) {
    return switch (caller) {
      case Caller.OfTenant holder -> holder.tenant().id().value();
      case Caller.Operator _ -> OPERATOR;
    };
  }

  private static String network(Request request) {
    return ClientNetwork.of(ClientConnection.of(request).address());
  }

  private boolean admitsUnknown(Request request, Response response, Callback callback) {
    String network = network(request);
    boolean granted =
        isGranted(
            unknown.tryAcquire(network),
            refusedToAddresses,
            new Refusals(
                "Too many requests without a key that is known are made",
                " from this address",
                bound("atOnceOfUnknown", unknown.all()),
                bound("atOnceOfAddress", unknown.ofOne())),
            response,
            callback);
    if (granted) {
      Request.addCompletionListener(request, _ -> unknown.release(network));
    }
    return granted;
  }

  private boolean admits(String tenant, Request request, Response response, Callback callback) {
    boolean withBody = ClientConnection.hasBody(request);
    var limit = withBody ? bodies : requests;
    boolean granted =
        isGranted(
            limit.tryAcquire(tenant),
            refusedToTenants,
            new Refusals(
                "Too many requests are made",
                " with this tenant's keys",
                bound(withBody ? "bodies" : "atOnce", limit.all()),
                bound(withBody ? "bodiesOfTenant" : "atOnceOfTenant", limit.ofOne())),
            response,
            callback);
    if (granted && !withBody) {
      Request.addCompletionListener(request, _ -> requests.release(tenant));
    }
    return granted;
  }

  private static TenantLimiter.Bound bound(String name, int amount) {
    return new TenantLimiter.Bound("requests." + name, amount);
  }

  /** What those are told that are refused: what there is too much of, whose it is, the bounds. */
  private record Refusals(
      String problem, String ofHolder, TenantLimiter.Bound all, TenantLimiter.Bound ofOne) {
    TryAgainException toHolder() {
      return TryAgainException.ofCaller(detail(ofHolder, ofOne), limit(ofOne));
    }

    TryAgainException toAll() {
      return TryAgainException.ofAll(detail("", all), limit(all));
    }

    private String detail(String ofWhom, TenantLimiter.Bound bound) {
      return "%s%s at the same time; %s allows %d."
          .formatted(problem, ofWhom, bound.name(), bound.amount());
    }

    private static RateLimit limit(TenantLimiter.Bound bound) {
      return RateLimit.atOnce(bound.name(), bound.amount(), RateLimit.Unit.CONCURRENT_REQUESTS);
    }
  }

  /** Tells whether a permit was granted; where not, counts the request and refuses it. */
  private boolean isGranted(
      ConcurrencyLimit.Outcome outcome,
      LongAdder refusedToHolders,
      Refusals refusals,
      Response response,
      Callback callback) {
    return switch (outcome) {
      case GRANTED -> true;
      case HOLDER_HAS_TOO_MANY -> {
        refusedToHolders.increment();
        ProblemErrorHandler.write(refusals.toHolder(), response, callback);
        yield false;
      }
      case ALL_TAKEN -> {
        refusedToAll.increment();
        ProblemErrorHandler.write(refusals.toAll(), response, callback);
        yield false;
      }
    };
  }

  /** A request that counts as a body until that is read, and as a request from then on. */
  private final class CountedRequest extends Request.Wrapper {
    private final String tenant;
    private boolean bodyRead;
    private boolean ended;

    CountedRequest(Request request, String tenant) {
      super(request);
      this.tenant = tenant;
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        afterBody();
      }
      return chunk;
    }

    /**
     * Once it is read, it is no longer refused: there are at most as many of these as there were
     * bodies.
     */
    private synchronized void afterBody() {
      if (!bodyRead && !ended) {
        bodyRead = true;
        requests.add(tenant);
        bodies.release(tenant);
      }
    }

    synchronized void end() {
      if (!ended) {
        ended = true;
        (bodyRead ? requests : bodies).release(tenant);
      }
    }
  }
}
