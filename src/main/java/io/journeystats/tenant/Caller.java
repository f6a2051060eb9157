package io.journeystats.tenant;

import io.journeystats.audit.AuditEvent;
import io.journeystats.audit.AuditKind;
import io.journeystats.http.ClientNetwork;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.RequestTrace;
import jakarta.ws.rs.ForbiddenException;
import java.security.Principal;
import java.util.Optional;

/** The authenticated sender of a request. */
public sealed interface Caller extends Principal {

  /** Returns the caller's role. */
  Role role();

  /**
   * Returns the tenant whose data the caller reads and changes.
   *
   * @throws ForbiddenException for the operator, who has no tenant
   */
  Tenant tenant();

  /** Records the caller in the trace of a request. */
  default void identify(RequestTrace trace) {
    trace.sentBy(
        switch (this) {
          case OfTenant holder ->
              new RequestTrace.Sender(
                  holder.tenant().id().value(),
                  holder.keyId(),
                  holder.keyName().orElse(""),
                  holder.role().key());
          case Operator operator ->
              new RequestTrace.Sender("", operator.getName(), "", Role.OPERATOR.key());
        });
  }

  /**
   * Returns the tenant of a path if the caller has access to it: their own tenant, or any tenant
   * for the operator.
   *
   * @throws NotFoundException if the caller has no access
   */
  default TenantId visible(String tenant) {
    return TenantId.find(tenant)
        .filter(id ->
            switch (this) {
              case Operator _ -> true;
              case OfTenant holder -> holder.tenant().id().equals(id);
            })
        .orElseThrow(() -> new NotFoundException("There is no such tenant."));
  }

  /**
   * A caller with an API key of a tenant. The caller has access to that tenant only.
   *
   * @param tenant the tenant
   * @param keyId the API key's id, recorded as the author of changes
   * @param keyName the API key's display name, if any
   * @param role the API key's role
   */
  record OfTenant(Tenant tenant, String keyId, Optional<String> keyName, Role role)
      implements Caller {
    /** Creates an audit event for an action of this caller. */
    AuditEvent event(AuditKind kind, String address) {
      return AuditEvent.from(
          ClientNetwork.name(address),
          kind,
          tenant.id().value(),
          keyId,
          keyName.orElse(""),
          role.key());
    }

    @Override
    public String getName() {
      return keyId;
    }
  }

  /** The operator of the service, who manages tenants and keys and has no access to statistics. */
  record Operator() implements Caller {
    @Override
    public Role role() {
      return Role.OPERATOR;
    }

    @Override
    public Tenant tenant() {
      throw new ForbiddenException("The operator's key has no access to a tenant's data.");
    }

    @Override
    public String getName() {
      return "operator";
    }
  }
}
