package io.journeystats.tenant;

import io.dropwizard.auth.AuthDynamicFeature;
import io.dropwizard.auth.PolymorphicAuthValueFactoryProvider;
import io.journeystats.audit.AuditLog;
import io.journeystats.http.ClientConnection;
import io.journeystats.http.RequestTrace;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/**
 * The Jersey feature for authentication and authorization. A resource method names the required
 * {@link Permission} in {@code @RolesAllowed} and takes its caller as {@code @Auth Caller} or
 * {@code @Auth Caller.OfTenant}.
 */
public final class AuthenticationFeature implements Feature {
  private final KeyAuthenticator keys;

  /**
   * Creates the feature.
   *
   * @param tenants the tenants and their keys
   * @param operatorKey the operator's secret; if empty or blank, there is no operator
   * @param sessions verifies sessions
   * @param ended the sessions that were ended early
   * @param limit the rate limit on unknown keys
   * @param audit records refused keys
   */
  public AuthenticationFeature(
      Tenants tenants,
      Optional<String> operatorKey,
      Sessions sessions,
      EndedSessions ended,
      AttemptLimit limit,
      AuditLog audit) {
    this.keys = new KeyAuthenticator(tenants, operatorKey, sessions, ended, limit, audit);
  }

  /** Authenticates credentials; empty if they are invalid. */
  Optional<Caller> authenticate(Credentials credentials) {
    return keys.authenticate(credentials);
  }

  /** Authenticates credentials from memory, without a query to the store. */
  Optional<Caller> authenticateFromMemory(Credentials credentials) {
    return keys.authenticateFromMemory(credentials);
  }

  /** Authenticates a request from memory, without a query to the store. */
  public Optional<Caller> authenticateFromMemory(Request request) {
    return Credentials.read(
            name -> request.getHeaders().get(name), ClientConnection.of(request).address())
        .flatMap(keys::authenticateFromMemory);
  }

  /**
   * Authenticates a request; empty if its credentials are missing or invalid.
   *
   * @throws io.journeystats.http.TryAgainException if the client's network has sent too many
   *     invalid credentials
   */
  public Optional<Caller> authenticate(Request request) {
    Optional<Caller> caller =
        Credentials.read(
                name -> request.getHeaders().get(name), ClientConnection.of(request).address())
            .flatMap(keys::authenticate);
    caller.ifPresent(known ->
        RequestTrace.of(request.getAttribute(RequestTrace.PROPERTY)).ifPresent(known::identify));
    return caller;
  }

  @Override
  public boolean configure(FeatureContext context) {
    context
        .register(new AuthDynamicFeature(new CredentialsFilter(keys)))
        .register(new PermissionFeature())
        .register(
            new PolymorphicAuthValueFactoryProvider.Binder<>(
                Set.of(Caller.class, Caller.OfTenant.class)));
    return true;
  }
}
