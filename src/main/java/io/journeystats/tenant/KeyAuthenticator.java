package io.journeystats.tenant;

import io.dropwizard.auth.Authenticator;
import io.journeystats.audit.AuditEvent;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.AuditLog;
import io.journeystats.http.ClientNetwork;
import io.journeystats.http.TryAgainException;
import java.util.Optional;

/** The authenticator of API keys and sessions. */
final class KeyAuthenticator implements Authenticator<Credentials, Caller> {
  private final Tenants tenants;
  private final Optional<String> operatorKeyHash;
  private final Sessions sessions;
  private final EndedSessions ended;
  private final FailedAttempts failedAttempts;
  private final AuditLog audit;

  KeyAuthenticator(
      Tenants tenants,
      Optional<String> operatorKey,
      Sessions sessions,
      EndedSessions ended,
      AttemptLimit limit,
      AuditLog audit) {
    this.tenants = tenants;
    this.operatorKeyHash =
        operatorKey.filter(key -> !key.isBlank()).map(String::strip).map(Secrets::hash);
    this.sessions = sessions;
    this.ended = ended;
    this.failedAttempts = new FailedAttempts(limit);
    this.audit = audit;
  }

  /**
   * Authenticates credentials; empty if they are invalid.
   *
   * @throws TryAgainException if the client's network has sent too many invalid credentials
   */
  @Override
  public Optional<Caller> authenticate(Credentials credentials) {
    Optional<Caller> known = authenticateFromMemory(credentials);
    if (known.isPresent()) {
      return known;
    }
    try {
      failedAttempts.count(credentials.address());
    } catch (TryAgainException tooOften) {
      recordRefusal(credentials);
      throw tooOften;
    }
    Optional<Caller> issuedElsewhere =
        switch (credentials) {
          case Credentials.Key key -> tenants.authenticateFresh(key.secret());
          case Credentials.Session _ -> Optional.empty();
        };
    if (issuedElsewhere.isEmpty()) {
      recordRefusal(credentials);
    }
    return issuedElsewhere;
  }

  /** Only refused keys are recorded: sessions expire every day. */
  private void recordRefusal(Credentials credentials) {
    if (credentials instanceof Credentials.Key key) {
      String network = ClientNetwork.name(key.address());
      audit.record(
          tenants
              .revoked(key.secret())
              .map(revoked ->
                  AuditEvent.from(
                      network,
                      AuditKind.KEY_REFUSED,
                      revoked.tenant().value(),
                      revoked.id(),
                      revoked.name().orElse(""),
                      revoked.role().key()))
              .orElseGet(() -> AuditEvent.from(network, AuditKind.KEY_REFUSED, "", "", "", "")));
    }
  }

  /** Authenticates credentials from memory, without a query to the store. */
  Optional<Caller> authenticateFromMemory(Credentials credentials) {
    return switch (credentials) {
      case Credentials.Key key -> authenticateFromMemory(key.secret());
      case Credentials.Session session ->
          sessions
              .open(session.token())
              .filter(open -> !ended.contains(open))
              .map(Sessions.Open::keyId)
              .flatMap(tenants::callerWithKey);
    };
  }

  private Optional<Caller> authenticateFromMemory(String secret) {
    String hash = Secrets.hash(secret);
    return operatorKeyHash.filter(operator -> Secrets.sameHash(operator, hash)).isPresent()
        ? Optional.of(new Caller.Operator())
        : tenants.authenticate(secret);
  }
}
