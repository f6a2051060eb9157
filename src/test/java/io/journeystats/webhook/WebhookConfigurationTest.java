package io.journeystats.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.ProviderSignatures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookConfigurationTest {
  private static final String KEY = ProviderSignatures.shown(ProviderSignatures.keys("secp256r1"));
  private static final TenantId SHOP = new TenantId("shop");

  @Test
  void findsTheConfiguredProvidersOfATenant() throws Exception {
    WebhookConfiguration configuration =
        read(
            """
            publicUrl: https://stats.example.com/
            tenants:
              shop:
                sendgrid: {publicKey: "%s"}
                twilio: {authToken: "t"}
                whatsapp: {appSecret: "s", verifyToken: "v"}
              bank:
                twilio: {authToken: "u"}
            """
                .formatted(KEY));
    TenantId bank = new TenantId("bank");
    assertThat(configuration.find(SHOP, "sendgrid")).containsInstanceOf(SendGrid.class);
    assertThat(configuration.find(SHOP, "twilio")).containsInstanceOf(Twilio.class);
    assertThat(configuration.find(SHOP, "whatsapp")).containsInstanceOf(WhatsApp.class);
    assertThat(configuration.find(bank, "twilio")).containsInstanceOf(Twilio.class);
    assertThat(configuration.find(bank, "sendgrid")).isEmpty();
    assertThat(configuration.find(SHOP, "pigeon")).isEmpty();
    assertThat(configuration.find(new TenantId("nobody"), "twilio")).isEmpty();
  }

  @Test
  void providersAreOptional() throws Exception {
    assertThat(read("{}").find(SHOP, "twilio")).isEmpty();
    assertThat(read("publicUrl:").find(SHOP, "twilio")).isEmpty();
    assertThat(WebhookConfiguration.none().find(SHOP, "twilio")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          tenants: {shop: {twilio: {authToken: "SECRET"}}}                       | publicUrl
          publicUrl: "stats.example.com"\\ntenants: {shop: {twilio: {authToken: "SECRET"}}} | publicUrl
          publicUrl: "${NOT_SET}"\\ntenants: {shop: {twilio: {authToken: "SECRET"}}} | publicUrl
          publicUrl: "https://a/?b"\\ntenants: {shop: {twilio: {authToken: "SECRET"}}} | publicUrl
          publicUrl: "https://a"\\ntenants: {shop: {twilio: {}}}                 | authToken is required
          publicUrl: "https://a"\\ntenants: {shop: {twilio: {authToken: ""}}}    | blank
          publicUrl: "https://a"\\ntenants: {shop: {twilio: {authToken: " "}}}   | blank
          publicUrl: "https://a"\\ntenants: {shop: {twilio: {authToken: "${NOT_SET}"}}} | environment
          tenants: {shop: {whatsapp: {appSecret: "SECRET"}}}                     | verifyToken is required
          tenants: {shop: {whatsapp: {verifyToken: "SECRET"}}}                   | appSecret is required
          tenants: {shop: {whatsapp: {appSecret: "SECRET", verifyToken: ""}}}    | blank
          tenants: {shop: {sendgrid: {}}}                                        | publicKey is required
          tenants: {shop: {sendgrid: {publicKey: "SECRET"}}}                     | P-256
          tenants: {shop: {sendgrid: {publicKey: "${NOT_SET}"}}}                 | P-256
          tenants: {shop: {pigeon: {name: "SECRET"}}}                            | sendgrid, twilio or whatsapp
          tenants: {shop: }                                                      | shop is required
          tenants: {"The Shop": {whatsapp: {appSecret: "a", verifyToken: "b"}}}  | tenant id
          """)
  void invalidConfigurationsAreRefused(String yaml, String named) {
    assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(named)
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void aKeyOnAnotherCurveIsRefused() {
    String other = ProviderSignatures.shown(ProviderSignatures.keys("secp384r1"));
    assertThatThrownBy(() -> read("tenants: {shop: {sendgrid: {publicKey: \"" + other + "\"}}}"))
        .hasMessageContaining("P-256");
  }

  @Test
  void aSecretIsNotPrinted() {
    assertThat(new WebhookConfiguration.TwilioAccount(new Secret("hush")).toString())
        .doesNotContain("hush");
  }

  private static WebhookConfiguration read(String yaml) throws ConfigurationException, IOException {
    return new YamlConfigurationFactory<>(
            WebhookConfiguration.class,
            Validators.newValidator(),
            Jackson.newObjectMapper(),
            "dw.test.unset")
        .build(
            _ -> new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "webhooks.yml");
  }
}
