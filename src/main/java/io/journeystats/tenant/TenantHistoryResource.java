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

/**
 * Who changed a tenant and its keys, signed in, or read files and lists of users; for the operator
 * and for the tenant's own admins.
 */
@Path("/api/v1/tenants/{tenant}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
@RolesAllowed({Permission.Names.OPERATE, Permission.Names.ADMINISTER})
public final class TenantHistoryResource {
  private final Tenants tenants;
  private final AuditLog audit;

  /**
   * A resource on those tenants' histories.
   *
   * @param tenants tells what was changed
   * @param audit tells what was done otherwise
   */
  public TenantHistoryResource(Tenants tenants, AuditLog audit) {
    this.tenants = tenants;
    this.audit = audit;
  }

  /** Who did what, when. */
  @GET
  @Operation(
      operationId = "getTenantHistory",
      summary = "Lists who changed a tenant or its keys, signed in, or read what",
      description =
          "Changes of the tenant and its keys, deletions of journeys, erasures of users; and"
              + " sign-ins, sign-outs, refusals of revoked keys, files and lists of users that were"
              + " read. What was noted by another instance comes up to a second later.")
  public TenantHistory history(
      @Auth Caller caller,
      @PathParam("tenant") String tenant,
      @BeanParam HistoryParameters parameters,
      @BeanParam PageParameters paging) {
    TenantId id = caller.visible(tenant);
    LogQuery wanted = parameters.of(id.value(), paging);
    Optional<HistoryKind> kind = parameters.kind();
    Optional<AuditKind> audited = kind.flatMap(HistoryKind::audit);
    String change = kind.map(HistoryKind::change).orElse("");
    List<ChangeLog.Entry> changes =
        audited.isEmpty() ? tenants.history(id, wanted.of(change)) : List.of();
    tenants.requireKnownOnce(id);
    return TenantHistory.of(
        changes,
        kind.isEmpty() || audited.isPresent()
            ? audit.read(new AuditQuery(audited, wanted))
            : List.of(),
        wanted,
        audit.removed(id.value()));
  }
}
