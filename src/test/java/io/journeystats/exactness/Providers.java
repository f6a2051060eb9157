package io.journeystats.exactness;

import io.journeystats.testing.ProviderSignatures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The messaging providers of a tenant, which call the service as the real ones do. */
record Providers(ServiceUnderTest service, String tenant) {
  /** The journey that the requests among the test's resources are about. */
  static final String JOURNEY = "3b1f8a52-7c1d-4c0e-9a57-2f6d1e0b7c11";

  private static final KeyPair KEYS = ProviderSignatures.keys("secp256r1");
  private static final String PUBLIC_URL = "https://stats.example.com";

  /** The service's configuration, of tenants that all have the same providers. */
  static String configuration(String... tenants) {
    String key = ProviderSignatures.shown(KEYS);
    return "webhooks:\n  publicUrl: %s\n  tenants:\n".formatted(PUBLIC_URL)
        + Arrays.stream(tenants)
            .map(tenant ->
                """
                    %s:
                      sendgrid: {publicKey: "%s"}
                      twilio: {authToken: "token"}
                      whatsapp: {appSecret: "secret", verifyToken: "word"}
                """
                    .formatted(tenant, key))
            .collect(Collectors.joining());
  }

  Answer sendGrid(byte[] body) {
    return sendGrid("webhooks/sendgrid/" + tenant, body, service.now());
  }

  Answer sendGrid(String path, byte[] body, Instant at) {
    String timestamp = String.valueOf(at.getEpochSecond());
    return post(
        path,
        body,
        "Content-Type",
        "application/json",
        "X-Twilio-Email-Event-Webhook-Timestamp",
        timestamp,
        "X-Twilio-Email-Event-Webhook-Signature",
        ProviderSignatures.sendGrid(KEYS.getPrivate(), timestamp, body));
  }

  Answer whatsApp(byte[] body) {
    return post(
        "webhooks/whatsapp?tenant=" + tenant,
        body,
        "Content-Type",
        "application/json",
        "X-Hub-Signature-256",
        ProviderSignatures.meta("secret", body));
  }

  /** A status of a message at a second, of the user of the same name. */
  Answer whatsApp(String message, String status, int second) {
    return whatsApp(message, status, second, "");
  }

  /**
   * The same.
   *
   * @param further what else is echoed
   */
  Answer whatsApp(String message, String status, int second, String further) {
    String body =
        """
        {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value": {
          "statuses": [{"id": "wamid.%s", "status": "%s", "timestamp": "%d", "recipient_id": "49",
            "biz_opaque_callback_data": "journey_id=%s&step_id=chat&user_id=%1$s%5$s"}]}}]}]}
        """
            .formatted(message, status, 1747040400 + second, JOURNEY, further);
    return whatsApp(body.getBytes(StandardCharsets.UTF_8));
  }

  /** A callback to the address that a user's message was given. */
  Answer twilio(String user, String step, String form) {
    String path =
        "webhooks/twilio/%s?journey_id=%s&step_id=%s&user_id=%s&time=2025-05-12T11%%3A00%%3A00%%2B02:00"
            .formatted(tenant, JOURNEY, step, Client.encode(user));
    return twilio(path, form);
  }

  Answer twilio(String path, String form) {
    String fields =
        Arrays.stream(form.split("&", -1))
            .sorted()
            .map(field -> URLDecoder.decode(field.replaceFirst("=", ""), StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    return post(
        path,
        form.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "X-Twilio-Signature",
        ProviderSignatures.twilio("token", PUBLIC_URL + "/api/v1/" + path + fields));
  }

  /** Sends a request without a key. */
  Answer post(String path, byte[] body, String... headers) {
    return new Client(service.baseUri(), List.of()).send("POST", path, body, headers);
  }

  /** A request of the test's resources. */
  static byte[] request(String name) {
    try (InputStream file =
        Objects.requireNonNull(Providers.class.getResourceAsStream("/webhooks/" + name))) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
