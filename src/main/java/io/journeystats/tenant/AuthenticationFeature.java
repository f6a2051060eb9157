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
 * Who may call what, to be registered with Jersey once: a resource method names the {@link
 * Permission} in {@code @RolesAllowed} and takes its caller as {@code @Auth Caller} or {@code @Auth
 * Caller.OfTenant}.
 */
public final class AuthenticationFeature implements Feature {
  private final KeyAuthenticator keys;

  /**
   * The feature.
   *
   * @param tenants who knows the keys
   * @param operatorKey the operator's secret; empty or blank means that there is no operator
   * @param sessions who knows the sessions
   * @param ended which of them have been ended
   * @param limit how often somebody may come with a key that is not known
   * @param audit where it is noted which keys are refused
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

  /** Who shows these credentials; empty where they are worth nothing. */
  Optional<Caller> authenticate(Credentials credentials) {
    return keys.authenticate(credentials);
  }

  /** Who shows these credentials, as far as this instance knows without asking the store. */
  Optional<Caller> known(Credentials credentials) {
    return keys.known(credentials);
  }

  /** Who sent a request, as far as this instance knows without asking the store. */
  public Optional<Caller> known(Request request) {
    return Credentials.read(
            name -> request.getHeaders().get(name), ClientConnection.of(request).address())
        .flatMap(keys::known);
  }

  /**
   * Who sent a request; empty where its credentials are worth nothing, or there are none.
   *
   * @throws io.journeystats.http.TryAgainException where too many came from the address that were
   *     worth nothing
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
