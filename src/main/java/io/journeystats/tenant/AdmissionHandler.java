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
 * A handler that limits concurrent requests. Authenticated callers share the service by tenant.
 * Their requests whose bodies are still arriving are counted separately, so slow uploads do not
 * block queries. Unauthenticated requests have a small share of their own, divided by client
 * network.
 */
public final class AdmissionHandler extends Handler.Wrapper {
  /** The holder of the operator's requests. */
  private static final String OPERATOR = "";

  private final Function<Request, Optional<Caller>> callers;
  private final ConcurrencyLimit<String> requests;
  private final ConcurrencyLimit<String> bodies;
  private final ConcurrencyLimit<String> unknown;
  private final TenantLimiter memory;
  private final TenantLimiter memoryOfUnknown;
  private final ProcessorTurns turns;
  private final long largeBytes;
  private final LongAdder refusedToTenants = new LongAdder();
  private final LongAdder refusedToAddresses = new LongAdder();
  private final LongAdder refusedToAll = new LongAdder();

  /**
   * Creates the handler.
   *
   * @param callers returns the caller of a request; empty if unknown
   * @param requests limits requests of known callers by tenant
   * @param bodies limits those of them whose body is still arriving
   * @param unknown limits the other requests by client network
   * @param memory limits the heap of known callers' requests by tenant
   * @param memoryOfUnknown limits the heap of other requests by client network
   * @param turns schedules the processing of large requests
   * @param largeBytes the number of bytes of heap above which a request is large
   */
  public AdmissionHandler(
      Function<Request, Optional<Caller>> callers,
      ConcurrencyLimit<String> requests,
      ConcurrencyLimit<String> bodies,
      ConcurrencyLimit<String> unknown,
      TenantLimiter memory,
      TenantLimiter memoryOfUnknown,
      ProcessorTurns turns,
      long largeBytes) {
    this.callers = callers;
    this.requests = requests;
    this.bodies = bodies;
    this.unknown = unknown;
    this.memory = memory;
    this.memoryOfUnknown = memoryOfUnknown;
    this.turns = turns;
    this.largeBytes = largeBytes;
  }

  /** Returns the number of requests refused by a tenant's limit. */
  public long refusedToTenants() {
    return refusedToTenants.sum();
  }

  /** Returns the number of requests of unknown callers refused by the limit of their network. */
  public long refusedToAddresses() {
    return refusedToAddresses.sum();
  }

  /** Returns the number of requests refused by a limit of the service. */
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
    tenant.filter(known -> !known.equals(OPERATOR)).ifPresent(turns::recordUse);
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
    return new RequestShare(limiter.permit(holder), turns, holder, largeBytes);
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
                "Too many requests without a valid key",
                " from this address",
                bound("atOnceOfUnknown", unknown.total()),
                bound("atOnceOfAddress", unknown.perHolder())),
            response,
            callback);
    if (granted) {
      Request.addCompletionListener(request, _ -> unknown.release(network));
    }
    return granted;
  }

  private boolean admits(String tenant, Request request, Response response, Callback callback) {
    boolean hasBody = ClientConnection.hasBody(request);
    var limit = hasBody ? bodies : requests;
    boolean granted =
        isGranted(
            limit.tryAcquire(tenant),
            refusedToTenants,
            new Refusals(
                "Too many requests",
                " with this tenant's keys",
                bound(hasBody ? "bodies" : "atOnce", limit.total()),
                bound(hasBody ? "bodiesOfTenant" : "atOnceOfTenant", limit.perHolder())),
            response,
            callback);
    if (granted && !hasBody) {
      Request.addCompletionListener(request, _ -> requests.release(tenant));
    }
    return granted;
  }

  private static TenantLimiter.Bound bound(String name, int amount) {
    return new TenantLimiter.Bound("requests." + name, amount);
  }

  /** The refusals of a limit: its description, its holder and the bounds. */
  private record Refusals(
      String problem, String ofHolder, TenantLimiter.Bound all, TenantLimiter.Bound ofOne) {
    TryAgainException toHolder() {
      return TryAgainException.ofCaller(detail(ofHolder, ofOne), limit(ofOne));
    }

    TryAgainException toAll() {
      return TryAgainException.ofService(detail("", all), limit(all));
    }

    private String detail(String holder, TenantLimiter.Bound bound) {
      return "%s%s at the same time; %s allows %d."
          .formatted(problem, holder, bound.name(), bound.amount());
    }

    private static RateLimit limit(TenantLimiter.Bound bound) {
      return RateLimit.atOnce(bound.name(), bound.amount(), RateLimit.Unit.CONCURRENT_REQUESTS);
    }
  }

  /** Returns whether a permit was granted; otherwise counts and refuses the request. */
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

  /** A request that counts as a body until the body has been read, and as a request afterwards. */
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
     * A request whose body has been read is no longer refused: there are at most as many as there
     * were bodies.
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
