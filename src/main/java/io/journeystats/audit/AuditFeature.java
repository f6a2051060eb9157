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
 * The Jersey feature that records requests to {@link Audited} methods, including whether the
 * response was sent completely, and requests that an API key's role does not allow.
 */
public final class AuditFeature implements DynamicFeature {
  /** The path parameter with a journey's id. */
  static final String JOURNEY = "journey";

  /** The kind of an export. */
  static final String EXPORT_KIND = "export_kind";

  /** Other path parameters, with their names in entries. */
  private static final Map<String, String> ABOUT =
      Map.of("export", "export_id", "goal", "goal_id", "channel", "channel", "step", "step_id");

  /**
   * The full response, a part of it, or confirmation of a cached one: all of these are accesses.
   */
  private static final Set<Integer> ACCESSED = Set.of(200, 206, 304);

  private final AuditLog log;

  /** Creates the feature. */
  public AuditFeature(AuditLog log) {
    this.log = log;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    String operation =
        Optional.ofNullable(resource.getResourceMethod().getAnnotation(Operation.class))
            .map(Operation::operationId)
            .orElse("");
    context.register(new RefusalFilter(log, operation));
    Audited audited = resource.getResourceMethod().getAnnotation(Audited.class);
    if (audited != null) {
      context.register(new AccessFilter(log, audited.value(), operation));
    }
  }

  /**
   * Records forbidden requests to one method. No details of the request are recorded, so refusals
   * of a key from one address add at most one entry per hour and operation.
   */
  private record RefusalFilter(AuditLog log, String operation) implements ContainerResponseFilter {
    private static final int FORBIDDEN = 403;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (response.getStatus() == FORBIDDEN) {
        RequestTrace.of(request.getProperty(RequestTrace.PROPERTY))
            .flatMap(RequestTrace::sender)
            .ifPresent(sender ->
                log.record(
                    AuditEvent.of(
                        sender,
                        AuditKind.REQUEST_REFUSED,
                        address(request),
                        operation,
                        "",
                        new TreeMap<>())));
      }
    }

    private static String address(ContainerRequestContext request) {
      return request.getProperty(ClientConnection.PROPERTY) instanceof ClientConnection connection
          ? ClientNetwork.name(connection.address())
          : "";
    }
  }

  /** Records accesses to one method. */
  private record AccessFilter(AuditLog log, AuditKind kind, String operation)
      implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      // HEAD returns no content.
      if (ACCESSED.contains(response.getStatus()) && !request.getMethod().equals(HttpMethod.HEAD)) {
        RequestTrace.of(request.getProperty(RequestTrace.PROPERTY))
            .ifPresent(
                trace -> trace.sender().ifPresent(sender -> record(event(request, sender), trace)));
      }
    }

    private void record(AuditEvent event, RequestTrace trace) {
      AuditLog.Handle recorded = log.begin(event);
      trace.onEnd(() -> recorded.end(trace.isComplete(), trace.bytes()));
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
      return AuditEvent.of(sender, kind, "", operation, journey, about);
    }
  }
}
