package io.journeystats.tenant;

import io.journeystats.audit.AuditLog;
import io.journeystats.audit.AuditQuery;
import io.journeystats.clickhouse.LogQuery;
import io.journeystats.http.PageParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What belongs to the history of no tenant: refusals of keys that are not known. */
@Path("/api/v1/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
@RolesAllowed(Permission.Names.OPERATE)
public final class ServiceHistoryResource {
  private static final String NO_TENANT = "";

  private final AuditLog audit;

  /** A resource on that log. */
  public ServiceHistoryResource(AuditLog audit) {
    this.audit = audit;
  }

  /** From where keys came that are not known. */
  @GET
  @Operation(
      operationId = "getServiceHistory",
      summary = "Lists from where keys came that are not known",
      description =
          "`key_refused`, as nobody knows whose such a key is; a revoked key is in the history of"
              + " its tenant. And `request_refused`: what the operator's key was not allowed.")
  public TenantHistory history(
      @BeanParam HistoryParameters parameters, @BeanParam PageParameters paging) {
    LogQuery wanted = parameters.of(NO_TENANT, paging);
    boolean wantsAny = parameters.kind().flatMap(HistoryKind::audit).isPresent();
    return TenantHistory.of(
        List.of(),
        parameters.kind().isEmpty() || wantsAny
            ? audit.read(new AuditQuery(parameters.kind().flatMap(HistoryKind::audit), wanted))
            : List.of(),
        wanted,
        audit.removed(NO_TENANT));
  }
}
