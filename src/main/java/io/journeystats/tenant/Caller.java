package io.journeystats.tenant;

import io.journeystats.audit.AuditEvent;
import io.journeystats.audit.AuditKind;
import io.journeystats.http.ClientNetwork;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.RequestTrace;
import jakarta.ws.rs.ForbiddenException;
import java.security.Principal;
import java.util.Optional;

/** Who sent the request, as its API key tells. */
public sealed interface Caller extends Principal {

  /** What the caller may do. */
  Role role();

  /**
   * The tenant that all belongs to which the caller sees and changes.
   *
   * @throws ForbiddenException for the operator, who has none
   */
  Tenant tenant();

  /** Notes in the trace of a request that this is who sent it. */
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
   * The tenant of a path, if the caller may know of it: its own, or any to the operator.
   *
   * @throws NotFoundException where there is none that it may know of
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
   * A caller that holds a key of a tenant; all it sees and changes belongs to that tenant.
   *
   * @param tenant the tenant, with its default time zone
   * @param keyId the id of the key, kept as the author of changes
   * @param keyName the name of the key for people, if it has one
   * @param role what the key may do
   */
  record OfTenant(Tenant tenant, String keyId, Optional<String> keyName, Role role)
      implements Caller {
    /** What is noted where this caller does something. */
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

  /** The operator of the service, who manages tenants and keys and reads no statistics. */
  record Operator() implements Caller {
    @Override
    public Role role() {
      return Role.OPERATOR;
    }

    @Override
    public Tenant tenant() {
      throw new ForbiddenException("The operator's key reads and writes nothing of a tenant.");
    }

    @Override
    public String getName() {
      return "operator";
    }
  }
}
