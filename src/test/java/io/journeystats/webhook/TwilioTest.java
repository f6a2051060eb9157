package io.journeystats.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.InvalidInputException;
import io.journeystats.testing.ProviderSignatures;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final String TARGET = "/api/v1/webhooks/twilio/shop?user_id=a%40b&time=t";
  private static final String FORM = "To=%2B49&From=%2B1&MessageStatus=sent&MessageSid=SM1&Empty=";
  private static final String SIGNED = "EmptyFrom+1MessageSidSM1MessageStatussentTo+49";

  private final Twilio twilio = twilio("https://stats.example.com");

  @Test
  void acceptsAValidSignature() {
    assertThat(signedFor(twilio, "https://stats.example.com")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://stats.example.com,        https://stats.example.com:443,      true",
    "https://stats.example.com:443,    https://stats.example.com,          true",
    "https://stats.example.com:8443,   https://stats.example.com:8443,     true",
    "https://stats.example.com:8443,   https://stats.example.com,          true",
    "http://stats.example.com,         http://stats.example.com:80,        true",
    "https://example.com/stats/,       https://example.com/stats,          true",
    "https://stats.example.com,        http://stats.example.com,           false",
    "https://stats.example.com,        https://stats.example.com:8443,     false",
    "https://stats.example.com,        https://stats.example.org,          false"
  })
  void acceptsTheUrlWithOrWithoutPort(String own, String called, boolean known) {
    assertThat(signedFor(twilio(own), called)).isEqualTo(known);
  }

  private static boolean signedFor(Twilio twilio, String address) {
    String signature = ProviderSignatures.twilio(TOKEN, address + TARGET + SIGNED);
    return twilio.hasSigned(delivery(TARGET, signature), ReportText.bytes(FORM));
  }

  @Test
  void refusesForeignAndChangedRequests() {
    String text = "https://stats.example.com" + TARGET + SIGNED;
    String signature = ProviderSignatures.twilio(TOKEN, text);
    byte[] form = ReportText.bytes(FORM);
    assertThat(twilio.hasSigned(delivery(TARGET, signature), form)).isTrue();
    assertThat(twilio.hasSigned(delivery(TARGET + "0", signature), form)).isFalse();
    assertThat(twilio.hasSigned(delivery(TARGET, signature), ReportText.bytes(FORM + "0")))
        .isFalse();
    assertThat(twilio.hasSigned(delivery(TARGET, "x" + signature), form)).isFalse();
    assertThat(twilio.hasSigned(delivery(TARGET, ""), form)).isFalse();
    assertThat(twilio.hasSigned(delivery(TARGET, ProviderSignatures.twilio("another", text)), form))
        .isFalse();
  }

  @Test
  void repeatedFieldsAreSignedOncePerValue() {
    String signature =
        ProviderSignatures.twilio(TOKEN, "https://stats.example.com" + TARGET + "A1A2B3");
    byte[] form = ReportText.bytes("B=3&A=2&A=1&A=2");
    assertThat(twilio.hasSigned(delivery(TARGET, signature), form)).isTrue();
  }

  @Test
  void readsEveryStatus() {
    String callbacks = new String(ReportText.resource("twilio.txt"), StandardCharsets.UTF_8);
    assertThat(callbacks.lines().map(this::describe).collect(Collectors.joining()))
        .isEqualTo(
            """
            OTHER_KIND
            OTHER_KIND
            2025-05-12T09:00:00Z sms message_sent ann SM01
            2025-05-12T09:00:00Z sms message_delivered ann SM01
            2025-05-12T09:00:00Z sms message_sent bob SM02
            2025-05-12T09:00:00Z sms message_failed bob SM02 30005
            2025-05-12T09:00:00Z sms message_failed cem SM03 30001
            OTHER_KIND
            2025-05-12T09:00:00Z whatsapp message_sent ann SM05
            2025-05-12T09:00:00Z whatsapp message_read ann SM05
            2025-05-12T09:00:00Z whatsapp message_failed bob SM06 63024
            """);
  }

  private String describe(String callback) {
    String user = callback.substring(0, callback.indexOf(' '));
    Map<String, String> parameters =
        Map.of("journey_id", "j", "user_id", user, "time", "2025-05-12T09:00:00Z");
    return ReportText.of(read(parameters, callback.substring(callback.indexOf(' ') + 1)));
  }

  @Test
  void aRepeatedCallbackIsTheSameEvent() {
    Map<String, String> ids = Map.of("journey_id", "j", "user_id", "u", "time", "t");
    assertThat(read(ids, FORM)).isEqualTo(read(ids, FORM + "&RawDlrDoneDate=2505121100"));
    assertThat(ReportText.eventIds(read(ids, FORM)))
        .isNotEqualTo(ReportText.eventIds(read(ids, FORM.replace("SM1", "SM2"))))
        .isNotEqualTo(ReportText.eventIds(read(ids, FORM.replace("=sent", "=delivered"))));
  }

  @Test
  void readsUnusualCallbacks() {
    Map<String, String> ids =
        Map.of("journey_id", "j", "user_id", "u", "time", "t", "message_id", "m");
    assertThat(ReportText.of(read(ids, "MessageStatus=failed&MessageSid=SM1")))
        .isEqualTo("t sms message_failed u m failed\n");
    assertThat(ReportText.of(read(ids, "MessageStatus=read&From=rcs%3Ashop")))
        .isEqualTo("OTHER_KIND\n");
    assertThat(ReportText.of(read(ids, ""))).isEqualTo("OTHER_KIND\n");
    assertThat(ReportText.of(read(Map.of("user_id", "u"), FORM))).isEqualTo("NOT_OURS\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "%zz=1", "a=1&b=%e"})
  void refusesMalformedForms(String form) {
    assertThatThrownBy(() -> twilio.hasSigned(delivery(TARGET, "x"), ReportText.bytes(form)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("body");
  }

  private List<Report> read(Map<String, String> parameters, String form) {
    return twilio.read(
        new Delivery(TARGET, parameters, Map.of(), Instant.EPOCH), ReportText.bytes(form));
  }

  private static Twilio twilio(String publicUrl) {
    return new Twilio(new Secret(TOKEN), URI.create(publicUrl));
  }

  private static Delivery delivery(String target, String signature) {
    return new Delivery(target, Map.of(), Map.of("x-twilio-signature", signature), Instant.EPOCH);
  }
}
