package io.journeystats.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.journeystats.event.EventType;
import io.journeystats.http.InvalidInputException;
import io.journeystats.http.JsonFaults;
import io.journeystats.journey.Channel;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SendGrid's signed Event Webhook. The body is a JSON array of events, in which the message's
 * custom arguments appear next to SendGrid's own fields.
 */
final class SendGrid implements Provider {
  static final String NAME = "sendgrid";

  private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
  private static final String MACHINE_OPEN = "sg_machine_open";
  private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

  /**
   * The maximum age of a signature. SendGrid retries for 24 hours and does not document whether it
   * signs each attempt again. A replayed request changes nothing, since its events are stored.
   */
  private static final Duration MAXIMUM_AGE = Duration.ofHours(25);

  /**
   * How far SendGrid's clock may run ahead. A later timestamp could be replayed until it expires.
   */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final ImmutableSet<String> FIELDS =
      Sets.union(
              MessageIds.NAMES,
              Set.of(
                  "event",
                  "type",
                  "timestamp",
                  "sg_message_id",
                  "reason",
                  "status",
                  "url",
                  "url_offset.index",
                  "useragent",
                  MACHINE_OPEN))
          .immutableCopy();

  private final PublicKey key;

  /**
   * Creates the provider for a tenant.
   *
   * @param publicKey the verification key, as SendGrid displays it
   */
  @JsonCreator
  SendGrid(@JsonProperty("publicKey") @Nullable String publicKey) {
    this.key = EcdsaKeys.parse(WebhookConfiguration.required(publicKey, "publicKey"));
  }

  @Override
  public boolean hasSigned(Delivery delivery, byte[] body) {
    String timestamp = delivery.header(TIMESTAMP);
    return UnixSeconds.parse(timestamp)
            .filter(signed -> signed.isAfter(delivery.receivedAt().minus(MAXIMUM_AGE)))
            .filter(signed -> !signed.isAfter(delivery.receivedAt().plus(AHEAD)))
            .isPresent()
        && EcdsaKeys.verify(key, delivery.header(SIGNATURE), timestamp, body);
  }

  @Override
  public List<Report> read(Delivery delivery, byte[] body) {
    return JsonTexts.read(body, SendGrid::reports);
  }

  private static List<Report> reports(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      throw new InvalidInputException(JsonFaults.BODY, "must be a JSON array of events");
    }
    List<Report> reports = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        reports.add(report(JsonTexts.object(json, FIELDS)));
      } else {
        json.skipChildren();
        reports.add(Report.Ignored.NOT_OURS);
      }
    }
    return reports;
  }

  private static Report report(Map<String, String> event) {
    String messageId = text(event, "sg_message_id");
    String timestamp = text(event, "timestamp");
    return Report.of(
        MessageIds.of(event, messageId),
        outcome(event).map(outcome -> outcome.by(machine(event), text(event, "useragent"))),
        Channel.EMAIL,
        UnixSeconds.eventTime(timestamp),
        // Not sg_event_id, which may change when SendGrid retries. The user and the message
        // distinguish events if SendGrid omits its message id.
        EventIds.of(
            NAME,
            messageId,
            text(event, MessageIds.USER),
            text(event, MessageIds.MESSAGE),
            text(event, "event"),
            timestamp,
            text(event, "url"),
            text(event, "url_offset.index")));
  }

  private static Optional<Outcome> outcome(Map<String, String> event) {
    return switch (text(event, "event")) {
      case "processed" -> Outcome.of(EventType.MESSAGE_SENT);
      // Replaces "processed" if SendGrid did not accept the message.
      case "dropped" ->
          Outcome.because(
              EventType.MESSAGE_FAILED, text(event, "reason"), text(event, "status"), "dropped");
      case "delivered" -> Outcome.of(EventType.MESSAGE_DELIVERED);
      case "bounce" -> bounced(event);
      case "open" -> Outcome.of(EventType.MESSAGE_OPENED);
      case "click" -> Outcome.clicked(text(event, "url"));
      case "spamreport" -> Outcome.of(EventType.MESSAGE_COMPLAINED);
      case "unsubscribe", "group_unsubscribe" -> Outcome.of(EventType.MESSAGE_UNSUBSCRIBED);
      // Includes "deferred": SendGrid retries for three days and then reports the outcome.
      default -> Optional.empty();
    };
  }

  /** For opens, SendGrid reports whether the email client loaded the message automatically. */
  private static Optional<Boolean> machine(Map<String, String> event) {
    return switch (text(event, MACHINE_OPEN)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Outcome> bounced(Map<String, String> event) {
    EventType type =
        switch (text(event, "type")) {
          case "blocked", "expired" -> EventType.MESSAGE_SOFT_BOUNCED;
          default -> EventType.MESSAGE_HARD_BOUNCED;
        };
    return Outcome.because(type, text(event, "status"), text(event, "reason"));
  }

  private static String text(Map<String, String> event, String name) {
    return event.getOrDefault(name, "");
  }
}
