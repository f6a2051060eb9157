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

/**
 * The history of actions without a tenant: refused unknown keys and refused requests of the
 * operator.
 */
@Path("/api/v1/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
@RolesAllowed(Permission.Names.OPERATE)
public final class ServiceHistoryResource {
  private static final String NO_TENANT = "";

  private final AuditLog audit;

  /** Creates the resource. */
  public ServiceHistoryResource(AuditLog audit) {
    this.audit = audit;
  }

  /** Lists refused unknown keys and refused requests of the operator. */
  @GET
  @Operation(
      operationId = "getServiceHistory",
      summary = "Lists refused requests that belong to no tenant",
      description =
          "`key_refused`: requests with unknown API keys (requests with a revoked key are in its"
              + " tenant's history). `request_refused`: requests that the operator's key does not"
              + " allow.")
  public TenantHistory history(
      @BeanParam HistoryParameters parameters, @BeanParam PageParameters paging) {
    LogQuery query = parameters.toQuery(NO_TENANT, paging);
    boolean isAudited = parameters.kind().flatMap(HistoryKind::audit).isPresent();
    return TenantHistory.of(
        List.of(),
        parameters.kind().isEmpty() || isAudited
            ? audit.read(new AuditQuery(parameters.kind().flatMap(HistoryKind::audit), query))
            : List.of(),
        query,
        audit.removed(NO_TENANT));
  }
}
