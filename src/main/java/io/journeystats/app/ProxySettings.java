package io.journeystats.app;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import io.journeystats.http.TrustedProxies;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code proxy}.
 *
 * @param trusted the networks of trusted proxies, separated by commas
 */
record ProxySettings(@Nullable String trusted) {

  @JsonIgnore
  @ValidationMethod(
      message =
          "proxy.trusted must be addresses or networks such as 10.0.0.0/8, separated by commas")
  boolean isTrustedValid() {
    try {
      var _ = TrustedProxies.of(trusted, null);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
