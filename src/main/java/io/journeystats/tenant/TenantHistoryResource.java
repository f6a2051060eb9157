package io.journeystats.tenant;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.AuditLog;
import io.journeystats.audit.AuditQuery;
import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.clickhouse.LogQuery;
import io.journeystats.http.PageParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** The history of a tenant, for the operator and the tenant's admins. */
@Path("/api/v1/tenants/{tenant}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
@RolesAllowed({Permission.Names.OPERATE, Permission.Names.ADMINISTER})
public final class TenantHistoryResource {
  private final Tenants tenants;
  private final AuditLog audit;

  /**
   * Creates the resource.
   *
   * @param tenants provides the changes
   * @param audit provides the accesses
   */
  public TenantHistoryResource(Tenants tenants, AuditLog audit) {
    this.tenants = tenants;
    this.audit = audit;
  }

  /** Lists the history. */
  @GET
  @Operation(
      operationId = "getTenantHistory",
      summary = "Lists changes of a tenant and its API keys, and access to its data",
      description =
          "Changes of the tenant and its API keys, deleted journeys and erased users; sign-ins,"
              + " sign-outs, refused revoked keys, and access to files and user lists. Entries of"
              + " other instances appear within a second.")
  public TenantHistory history(
      @Auth Caller caller,
      @PathParam("tenant") String tenant,
      @BeanParam HistoryParameters parameters,
      @BeanParam PageParameters paging) {
    TenantId id = caller.visible(tenant);
    LogQuery query = parameters.toQuery(id.value(), paging);
    Optional<HistoryKind> kind = parameters.kind();
    Optional<AuditKind> audited = kind.flatMap(HistoryKind::audit);
    String change = kind.map(HistoryKind::change).orElse("");
    List<ChangeLog.Entry> changes =
        audited.isEmpty() ? tenants.history(id, query.of(change)) : List.of();
    tenants.requireEverExisted(id);
    return TenantHistory.of(
        changes,
        kind.isEmpty() || audited.isPresent()
            ? audit.read(new AuditQuery(audited, query))
            : List.of(),
        query,
        audit.removed(id.value()));
  }
}
