package io.journeystats.tenant;

import io.dropwizard.auth.AuthDynamicFeature;
import io.dropwizard.auth.PolymorphicAuthValueFactoryProvider;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;

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
   */
  public AuthenticationFeature(Tenants tenants, Optional<String> operatorKey) {
    this.keys = new KeyAuthenticator(tenants, operatorKey);
  }

  @Override
  public boolean configure(FeatureContext context) {
    context
        .register(new AuthDynamicFeature(new BearerFilter(keys)))
        .register(RolesAllowedDynamicFeature.class)
        .register(
            new PolymorphicAuthValueFactoryProvider.Binder<>(
                Set.of(Caller.class, Caller.OfTenant.class)));
    return true;
  }
}
