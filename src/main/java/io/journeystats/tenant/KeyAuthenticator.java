package io.journeystats.tenant;

import io.dropwizard.auth.Authenticator;
import io.journeystats.audit.AuditEvent;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.AuditLog;
import io.journeystats.http.ClientNetwork;
import io.journeystats.http.TryAgainException;
import java.util.Optional;

/** Tells who shows credentials: the operator, somebody with a tenant's key, or nobody. */
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
   * The caller; empty where the credentials are worth nothing.
   *
   * @throws TryAgainException where too many came from the address that were worth nothing
   */
  @Override
  public Optional<Caller> authenticate(Credentials credentials) {
    Optional<Caller> known = known(credentials);
    if (known.isPresent()) {
      return known;
    }
    try {
      failedAttempts.count(credentials.address());
    } catch (TryAgainException tooOften) {
      noteRefusal(credentials);
      throw tooOften;
    }
    Optional<Caller> issuedElsewhere =
        switch (credentials) {
          case Credentials.Key key -> tenants.authenticateAnew(key.secret());
          case Credentials.Session _ -> Optional.empty();
        };
    if (issuedElsewhere.isEmpty()) {
      noteRefusal(credentials);
    }
    return issuedElsewhere;
  }

  /** That a session has ended is nothing to note: it does so every day. */
  private void noteRefusal(Credentials credentials) {
    if (credentials instanceof Credentials.Key key) {
      String network = ClientNetwork.name(key.address());
      audit.note(
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

  /** The caller, where this instance knows it without asking the store. */
  Optional<Caller> known(Credentials credentials) {
    return switch (credentials) {
      case Credentials.Key key -> known(key.secret());
      case Credentials.Session session ->
          sessions
              .open(session.token())
              .filter(open -> !ended.contains(open))
              .map(Sessions.Open::keyId)
              .flatMap(tenants::callerWithKey);
    };
  }

  private Optional<Caller> known(String secret) {
    String hash = Secrets.hash(secret);
    return operatorKeyHash.filter(operator -> Secrets.sameHash(operator, hash)).isPresent()
        ? Optional.of(new Caller.Operator())
        : tenants.authenticate(secret);
  }
}
