package io.journeystats.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.InvalidInputException;
import io.journeystats.testing.ProviderSignatures;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppTest {
  private static final String SECRET = "the app's secret";
  private static final byte[] BODY = ReportText.resource("whatsapp.json");

  private final WhatsApp whatsApp = new WhatsApp(new Secret(SECRET), new Secret("the token"));

  @Test
  void acceptsValidSignaturesOnly() {
    String signature = ProviderSignatures.meta(SECRET, BODY);
    assertThat(whatsApp.hasSigned(delivery(signature), BODY)).isTrue();
    byte[] changed = BODY.clone();
    changed[changed.length / 2]++;
    assertThat(whatsApp.hasSigned(delivery(signature), changed)).isFalse();
    String others = ProviderSignatures.meta("another's secret", BODY);
    for (String wrong :
        List.of(
            "",
            "sha256=",
            "sha1=" + signature.substring(7),
            signature.substring(7),
            signature + "0",
            signature.toUpperCase(Locale.ROOT),
            others)) {
      assertThat(whatsApp.hasSigned(delivery(wrong), BODY)).as(wrong).isFalse();
    }
    assertThat(whatsApp.hasSigned(new Delivery("/", Map.of(), Map.of(), Instant.EPOCH), BODY))
        .isFalse();
  }

  @Test
  void acceptsTheVerifyTokenOnly() {
    assertThat(whatsApp.isVerifyToken("the token")).isTrue();
    assertThat(whatsApp.isVerifyToken("The token")).isFalse();
    assertThat(whatsApp.isVerifyToken("")).isFalse();
  }

  @Test
  void readsEveryStatus() {
    assertThat(ReportText.of(read(BODY)))
        .isEqualTo(
            """
            2025-05-12T09:00:01Z whatsapp message_sent ann w1
            2025-05-12T09:00:03Z whatsapp message_delivered ann w1
            2025-05-12T09:01:00Z whatsapp message_read ann w1
            OTHER_KIND
            2025-05-12T09:00:01Z whatsapp message_sent bob w2
            2025-05-12T09:00:50Z whatsapp message_read bob w2
            2025-05-12T09:00:01Z whatsapp message_sent cem w3
            2025-05-12T09:00:04Z whatsapp message_failed cem w3 131026
            NOT_OURS
            NOT_OURS
            """);
  }

  @Test
  void aRepeatedStatusIsTheSameEvent() {
    assertThat(ReportText.eventIds(read(BODY)))
        .hasSize(7)
        .doesNotHaveDuplicates()
        .isEqualTo(ReportText.eventIds(read(BODY)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "status": "failed"                                         | message_failed wamid.1 failed
          "status": "failed", "errors": []                           | message_failed wamid.1 failed
          "status": "failed", "errors": {"code": 5}                  | message_failed wamid.1 failed
          "status": "failed", "errors": [7, {"code": 5}, {"code":6}] | message_failed wamid.1 5
          "status": "failed", "errors": [{"title": "t"}]             | message_failed wamid.1 failed
          "status": "read", "conversation": {"statuses": [{}, 1]}    | message_read wamid.1
          """)
  void readsUnusualStatuses(String fields, String expected) {
    String echo = "\"biz_opaque_callback_data\": \"journey_id=j\"";
    String status = "{\"id\": \"wamid.1\", %s, %s}".formatted(fields, echo);
    assertThat(ReportText.of(read(body(status)))).isEqualTo("whatsapp " + expected + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "[1]", "order 4711", "100%", "{\\\"journey_id\\\": [1]}"})
  void otherCallbackDataIsIgnored(String echo) {
    String status =
        "{\"id\": \"w\", \"status\": \"read\", \"biz_opaque_callback_data\": \"%s\"}"
            .formatted(echo);
    assertThat(ReportText.of(read(body(status + ", 5")))).isEqualTo("NOT_OURS\nNOT_OURS\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"entry\": []}",
        "{\"entry\": [{\"statuses\": [{\"id\": \"w\"}]}]}",
        "{\"entry\": [{\"changes\": [{\"value\": {\"statuses\": {\"id\": \"w\"}}}]}]}"
      })
  void otherWebhooksOfMetaContainNoReports(String body) {
    assertThat(read(ReportText.bytes(body))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{\"entry\": [{]}",
        "{\"entry\": [{}",
        "{\"a\": 01}",
        "{} text",
        "{}{}",
        "{} {\"entry\": []}"
      })
  void refusesOtherBodies(String body) {
    assertThatThrownBy(() -> read(ReportText.bytes(body)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("body");
  }

  /** Senders choose the format of callback data, and JSON may have white space around it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "journey_id=j",
        " journey_id=j",
        "\\n{\\\"journey_id\\\": \\\"j\\\"}",
        "  {\\\"journey_id\\\": \\\"j\\\"} "
      })
  void callbackDataMayHaveWhiteSpaceAroundIt(String echo) {
    String status =
        "{\"id\": \"w\", \"status\": \"read\", \"biz_opaque_callback_data\": \"%s\"}"
            .formatted(echo);
    assertThat(ReportText.of(read(body(status)))).isEqualTo("whatsapp message_read w\n");
  }

  private static byte[] body(String statuses) {
    return ReportText.bytes(
        "{\"entry\": [{\"changes\": [{\"value\": {\"statuses\": [%s]}}]}]}".formatted(statuses));
  }

  private List<Report> read(byte[] body) {
    return whatsApp.read(delivery(""), body);
  }

  private static Delivery delivery(String signature) {
    return new Delivery("/", Map.of(), Map.of("x-hub-signature-256", signature), Instant.EPOCH);
  }
}
