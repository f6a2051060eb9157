package io.journeystats.tenant;

import io.dropwizard.auth.Authenticator;
import java.util.Optional;

/** Tells who holds a bearer secret: the operator, a tenant's key, or nobody. */
final class KeyAuthenticator implements Authenticator<String, Caller> {
  private final Tenants tenants;
  private final Optional<String> operatorKeyHash;

  KeyAuthenticator(Tenants tenants, Optional<String> operatorKey) {
    this.tenants = tenants;
    this.operatorKeyHash =
        operatorKey.filter(key -> !key.isBlank()).map(String::strip).map(Secrets::hash);
  }

  @Override
  public Optional<Caller> authenticate(String secret) {
    String hash = Secrets.hash(secret);
    if (operatorKeyHash.filter(operator -> Secrets.sameHash(operator, hash)).isPresent()) {
      return Optional.of(new Caller.Operator());
    }
    return tenants.authenticate(secret);
  }
}
