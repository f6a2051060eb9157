package io.journeystats.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.InvalidInputException;
import io.journeystats.testing.ProviderSignatures;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendGridTest {
  private static final KeyPair KEYS = ProviderSignatures.keys("secp256r1");
  private static final Instant NOW = Instant.parse("2025-05-12T09:00:30Z");
  private static final byte[] BODY = ReportText.resource("sendgrid.json");

  private final SendGrid sendGrid = new SendGrid(ProviderSignatures.shown(KEYS));

  @Test
  void acceptsAValidSignature() {
    assertThat(sendGrid.hasSigned(signed(NOW, KEYS, BODY), BODY)).isTrue();
    assertThat(sendGrid.hasSigned(signed(NOW, KEYS, new byte[0]), new byte[0])).isTrue();
  }

  @Test
  void refusesForeignAndChangedRequests() {
    Delivery signed = signed(NOW, KEYS, BODY);
    byte[] changed = BODY.clone();
    changed[changed.length / 2]++;
    assertThat(sendGrid.hasSigned(signed, changed)).isFalse();
    Delivery later = delivery(String.valueOf(NOW.getEpochSecond() + 1), signature(signed));
    assertThat(sendGrid.hasSigned(later, BODY)).isFalse();
    KeyPair others = ProviderSignatures.keys("secp256r1");
    assertThat(sendGrid.hasSigned(signed(NOW, others, BODY), BODY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "nonsense", "AAAA", "MEUCIQ==", "MAYCAQACAQA=", "ä"})
  void refusesMalformedSignatures(String signature) {
    String timestamp = String.valueOf(NOW.getEpochSecond());
    assertThat(sendGrid.hasSigned(delivery(timestamp, signature), BODY)).isFalse();
  }

  @Test
  void refusesARequestWithoutSignature() {
    Delivery bare = new Delivery("/", Map.of(), Map.of(), NOW);
    assertThat(sendGrid.hasSigned(bare, BODY)).isFalse();
  }

  @Test
  void acceptsARetryWithinADayAndNoOlderReplay() {
    Instant dayBefore = NOW.minus(Duration.ofHours(24));
    assertThat(sendGrid.hasSigned(signed(dayBefore, KEYS, BODY), BODY)).isTrue();
    Instant before = NOW.minus(Duration.ofHours(25));
    assertThat(sendGrid.hasSigned(signed(before, KEYS, BODY), BODY)).isFalse();
  }

  /** Such a request could be replayed until its timestamp expires. */
  @Test
  void refusesTimestampsInTheFuture() {
    Instant soon = NOW.plus(Duration.ofMinutes(5));
    assertThat(sendGrid.hasSigned(signed(soon, KEYS, BODY), BODY)).isTrue();
    for (Duration later : List.of(Duration.ofSeconds(301), Duration.ofDays(365))) {
      assertThat(sendGrid.hasSigned(signed(NOW.plus(later), KEYS, BODY), BODY)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "1747040400.5", "31556889864403200", "99999999999999999999"})
  void refusesInvalidTimestamps(String timestamp) {
    String signature = ProviderSignatures.sendGrid(KEYS.getPrivate(), timestamp, BODY);
    assertThat(sendGrid.hasSigned(delivery(timestamp, signature), BODY)).isFalse();
  }

  @Test
  void readsEveryKindOfEvent() {
    assertThat(ReportText.of(sendGrid.read(signed(NOW, KEYS, BODY), BODY)))
        .isEqualTo(
            """
            2025-05-12T09:00:00Z email message_sent ann m1
            2025-05-12T09:00:05Z email message_delivered ann m1
            2025-05-12T09:10:00Z email message_opened ann m1 machine=false Mozilla/5.0
            2025-05-12T09:11:00Z email message_clicked ann m1 https://example.com/welcome?a=b Mozilla/5.0
            2025-05-12T09:12:00Z email message_opened ann m1 machine=true Mozilla/5.0
            2025-05-12T10:00:00Z email message_complained ann m1
            2025-05-12T10:05:00Z email message_unsubscribed ann m1
            2025-05-12T10:06:00Z email message_unsubscribed ann m1 Mozilla/5.0
            OTHER_KIND
            2025-05-12T09:00:00Z email message_sent bob m2
            2025-05-12T09:00:07Z email message_hard_bounced bob m2 5.1.1
            2025-05-12T09:00:00Z email message_sent cem m3
            OTHER_KIND
            2025-05-15T09:00:00Z email message_soft_bounced cem m3 5.7.1
            2025-05-12T09:00:00Z email message_failed dee m4 Bounced Address
            NOT_OURS
            """);
  }

  @Test
  void aRepeatedEventHasTheSameId() {
    assertThat(ReportText.eventIds(sendGrid.read(signed(NOW, KEYS, BODY), BODY)))
        .doesNotHaveDuplicates()
        .isEqualTo(
            ReportText.eventIds(sendGrid.read(signed(NOW.plusSeconds(900), KEYS, BODY), BODY)));
  }

  /** SendGrid's own event id may change in a retry. */
  @Test
  void anEventIsIdentifiedByItsContent() {
    assertThat(idsOfClicks("first"))
        .hasSize(4)
        .doesNotHaveDuplicates()
        .isEqualTo(idsOfClicks("second"));
  }

  /** Clicks on two links, on one of them in two positions, and by another user. */
  private List<String> idsOfClicks(String idOfSendGrid) {
    String click =
        """
        {"journey_id": "j", "event": "click", "timestamp": 1747040400, "sg_event_id": "%s",
         "url": "%s", "url_offset": {"type": "html", "index": %d}, "user_id": "%s"}
        """;
    byte[] body =
        ReportText.bytes(
            "["
                + String.join(
                    ",",
                    click.formatted(idOfSendGrid, "a", 0, "ann"),
                    click.formatted(idOfSendGrid, "b", 0, "ann"),
                    click.formatted(idOfSendGrid, "b", 1, "ann"),
                    click.formatted(idOfSendGrid, "b", 1, "bob"))
                + "]");
    return ReportText.eventIds(sendGrid.read(delivery("", ""), body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"event": "bounce", "reason": "no status"}                 | message_hard_bounced no status
          {"event": "bounce", "type": "expired"}                     | message_soft_bounced
          {"event": "dropped", "status": "5.0.0"}                    | message_failed 5.0.0
          {"event": "dropped"}                                       | message_failed dropped
          {"event": "dropped", "reason": null}                       | message_failed dropped
          {"event": "open", "user_id": 7}                            | message_opened 7
          {"event": "open", "user_id": {"id": 7}}                    | message_opened
          {"event": "open", "sg_message_id": "sg", "message_id": ""} | message_opened sg
          {"event": "open", "message_id": "m", "sg_message_id": "s"} | message_opened m
          {"event": "open", "event": "click", "deep": [[[{}]]]}      | message_clicked
          """)
  void readsUnusualEvents(String event, String expected) {
    String more = event.replace("{\"event\"", "{\"journey_id\": \"j\", \"event\"");
    assertThat(ReportText.of(sendGrid.read(delivery("", ""), ReportText.bytes("[" + more + "]"))))
        .isEqualTo("email " + expected + "\n");
  }

  @Test
  void truncatesLongTexts() {
    String event =
        "[{\"journey_id\": \"j\", \"event\": \"%s\", \"reason\": \"%s\", \"url\": \"%2$s\"}]";
    byte[] dropped = ReportText.bytes(event.formatted("dropped", "💥".repeat(257)));
    assertThat(ReportText.of(sendGrid.read(delivery("", ""), dropped)))
        .isEqualTo("email message_failed " + "💥".repeat(256) + "\n");
    byte[] clicked = ReportText.bytes(event.formatted("click", "u".repeat(2049)));
    assertThat(ReportText.of(sendGrid.read(delivery("", ""), clicked)))
        .isEqualTo("email message_clicked " + "u".repeat(2048) + "\n");
  }

  @Test
  void anInvalidTimeIsLeftToTheRules() {
    byte[] body =
        ReportText.bytes("[{\"journey_id\": \"j\", \"event\": \"open\", \"timestamp\": \"soon\"}]");
    assertThat(ReportText.of(sendGrid.read(delivery("", ""), body)))
        .isEqualTo("soon email message_opened\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[",
        "[{]",
        "[{\"event\": \"open\"}",
        "[{\"a\": ]",
        "[] text",
        "[{}][{}]",
        "[{}],"
      })
  void refusesOtherBodies(String body) {
    assertThatThrownBy(() -> sendGrid.read(delivery("", ""), ReportText.bytes(body)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("body");
  }

  private static Delivery signed(Instant at, KeyPair keys, byte[] body) {
    String timestamp = String.valueOf(at.getEpochSecond());
    return delivery(timestamp, ProviderSignatures.sendGrid(keys.getPrivate(), timestamp, body));
  }

  private static String signature(Delivery delivery) {
    return delivery.header("X-Twilio-Email-Event-Webhook-Signature");
  }

  private static Delivery delivery(String timestamp, String signature) {
    return new Delivery(
        "/",
        Map.of(),
        Map.of(
            "x-twilio-email-event-webhook-timestamp",
            timestamp,
            "x-twilio-email-event-webhook-signature",
            signature),
        NOW);
  }
}
