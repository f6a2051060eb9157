package io.journeystats.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.journeystats.tenant.TenantId;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code webhooks}: the providers of each tenant, with the secrets that
 * verify their requests.
 */
public final class WebhookConfiguration {
  private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+(/[^?#]*)?");

  private final Map<TenantId, Map<String, Provider>> providers;

  private WebhookConfiguration(Map<TenantId, Map<String, Provider>> providers) {
    this.providers = Map.copyOf(providers);
  }

  /**
   * Creates the configuration.
   *
   * @throws IllegalArgumentException if a secret is missing or invalid
   */
  @JsonCreator
  static WebhookConfiguration of(
      @JsonProperty("publicUrl") @Nullable String publicUrl,
      @JsonProperty("tenants") @Nullable Map<String, @Nullable OfTenant> tenants) {
    Map<TenantId, Map<String, Provider>> providers = new HashMap<>();
    if (tenants != null) {
      tenants.forEach((tenant, own) ->
          providers.put(new TenantId(tenant), required(own, tenant).providers(publicUrl)));
    }
    return new WebhookConfiguration(providers);
  }

  /** A configuration without providers. */
  public static WebhookConfiguration none() {
    return new WebhookConfiguration(Map.of());
  }

  /** The tenant's provider with this name; empty if it is not configured. */
  Optional<Provider> find(TenantId tenant, String provider) {
    return Optional.ofNullable(providers.get(tenant)).map(own -> own.get(provider));
  }

  static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is required");
    }
    return value;
  }

  /** The providers of a tenant, as configured. */
  record OfTenant(
      @Nullable SendGrid sendgrid, @Nullable TwilioAccount twilio, @Nullable WhatsApp whatsapp) {

    private Map<String, Provider> providers(@Nullable String publicUrl) {
      Map<String, Provider> providers = new HashMap<>();
      if (sendgrid != null) {
        providers.put(SendGrid.NAME, sendgrid);
      }
      if (twilio != null) {
        providers.put(Twilio.NAME, new Twilio(twilio.authToken(), url(publicUrl)));
      }
      if (whatsapp != null) {
        providers.put(WhatsApp.NAME, whatsapp);
      }
      if (providers.isEmpty()) {
        throw new IllegalArgumentException("a tenant must have sendgrid, twilio or whatsapp");
      }
      return Map.copyOf(providers);
    }

    private static URI url(@Nullable String publicUrl) {
      if (publicUrl == null || !URL.matcher(publicUrl).matches()) {
        throw new IllegalArgumentException(
            "publicUrl must be http(s)://host[/path], because Twilio signs the URL that it calls");
      }
      return URI.create(publicUrl);
    }
  }

  /** A tenant's Twilio account, as configured. */
  record TwilioAccount(Secret authToken) {
    @JsonCreator
    static TwilioAccount of(@JsonProperty("authToken") @Nullable Secret authToken) {
      return new TwilioAccount(required(authToken, "authToken"));
    }
  }
}
