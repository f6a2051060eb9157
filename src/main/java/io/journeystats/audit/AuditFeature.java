package io.journeystats.audit;

import io.journeystats.http.ClientConnection;
import io.journeystats.http.ClientNetwork;
import io.journeystats.http.RequestTrace;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Notes who reads what is {@link Audited}, as soon as it is about to be answered, and at the end
 * whether all of it was sent; and whose key is not allowed what it asks for.
 */
public final class AuditFeature implements DynamicFeature {
  /** The name of the part of paths that is the id of a journey. */
  static final String JOURNEY = "journey";

  /** The kind of an export. */
  static final String EXPORT_KIND = "export_kind";

  /** The other parts of paths, with their names in entries. */
  private static final Map<String, String> ABOUT =
      Map.of("export", "export_id", "goal", "goal_id", "channel", "channel", "step", "step_id");

  /** All of it, a part of it, or what the client has already: it was read in each case. */
  private static final Set<Integer> READ = Set.of(200, 206, 304);

  private final AuditLog log;

  /** A feature that writes into that log. */
  public AuditFeature(AuditLog log) {
    this.log = log;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    String operation =
        Optional.ofNullable(resource.getResourceMethod().getAnnotation(Operation.class))
            .map(Operation::operationId)
            .orElse("");
    context.register(new Refusals(log, operation));
    Audited audited = resource.getResourceMethod().getAnnotation(Audited.class);
    if (audited != null) {
      context.register(new Filter(log, audited.value(), operation));
    }
  }

  /**
   * Notes who is not allowed to call one method. Of the request itself nothing is noted, so that
   * refusals of a key from an address are as many entries an hour as there are operations.
   */
  private record Refusals(AuditLog log, String operation) implements ContainerResponseFilter {
    private static final int FORBIDDEN = 403;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (response.getStatus() == FORBIDDEN) {
        RequestTrace.of(request.getProperty(RequestTrace.PROPERTY))
            .flatMap(RequestTrace::sender)
            .ifPresent(sender ->
                log.note(
                    AuditEvent.of(sender, AuditKind.REQUEST_REFUSED, address(request), operation)));
      }
    }

    private static String address(ContainerRequestContext request) {
      return request.getProperty(ClientConnection.PROPERTY) instanceof ClientConnection line
          ? ClientNetwork.name(line.address())
          : "";
    }
  }

  /** Notes who reads the answers of one method. */
  private record Filter(AuditLog log, AuditKind kind, String operation)
      implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      // The answer to HEAD shows nothing.
      if (READ.contains(response.getStatus()) && !request.getMethod().equals(HttpMethod.HEAD)) {
        RequestTrace.of(request.getProperty(RequestTrace.PROPERTY))
            .ifPresent(
                trace -> trace.sender().ifPresent(sender -> note(event(request, sender), trace)));
      }
    }

    private void note(AuditEvent event, RequestTrace trace) {
      AuditLog.Noted noted = log.begin(event);
      trace.onEnd(() -> noted.end(trace.isComplete(), trace.bytes()));
    }

    private AuditEvent event(ContainerRequestContext request, RequestTrace.Sender sender) {
      MultivaluedMap<String, String> path = request.getUriInfo().getPathParameters();
      SortedMap<String, String> about = new TreeMap<>();
      ABOUT.forEach((part, name) -> {
        if (path.containsKey(part)) {
          about.put(name, path.getFirst(part));
        }
      });
      String exportKind = Audited.About.read(request, EXPORT_KIND);
      if (!exportKind.isEmpty()) {
        about.put(EXPORT_KIND, exportKind);
      }
      String journey =
          path.containsKey(JOURNEY) ? path.getFirst(JOURNEY) : Audited.About.read(request, JOURNEY);
      return new AuditEvent(
          sender.tenant(),
          kind,
          sender.keyId(),
          sender.keyName(),
          sender.role(),
          "",
          operation,
          journey,
          about);
    }
  }
}
