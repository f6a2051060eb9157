package io.journeystats.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.Sets;
import io.journeystats.event.EventType;
import io.journeystats.http.InvalidInputException;
import io.journeystats.http.JsonFaults;
import io.journeystats.journey.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of Meta's WhatsApp Cloud API. Only the statuses of sent messages are read. The ids
 * are echoed in {@code biz_opaque_callback_data}, which the sender sets.
 */
final class WhatsApp implements Provider {
  static final String NAME = "whatsapp";

  private static final String SIGNATURE = "X-Hub-Signature-256";
  private static final Pattern STATUSES =
      Pattern.compile("/entry/\\d+/changes/\\d+/value/statuses");

  /** The depth of the statuses, which avoids rendering the paths of other arrays. */
  private static final int STATUSES_DEPTH = 7;

  private static final String ECHO = "biz_opaque_callback_data";
  private static final Set<String> FIELDS = Set.of("id", "status", "timestamp", ECHO);
  private static final String CODE = "code";

  private final Secret appSecret;
  private final Secret verifyToken;

  /**
   * Creates the provider for a tenant.
   *
   * @param appSecret the secret of the Meta app, which signs requests
   * @param verifyToken the token that Meta sends to verify the webhook's URL
   */
  @JsonCreator
  WhatsApp(
      @JsonProperty("appSecret") @Nullable Secret appSecret,
      @JsonProperty("verifyToken") @Nullable Secret verifyToken) {
    this.appSecret = WebhookConfiguration.required(appSecret, "appSecret");
    this.verifyToken = WebhookConfiguration.required(verifyToken, "verifyToken");
  }

  /** Whether a text is the verify token. */
  boolean isVerifyToken(String token) {
    return verifyToken.is(token);
  }

  @Override
  public boolean hasSigned(Delivery delivery, byte[] body) {
    String expected = "sha256=" + HexFormat.of().formatHex(appSecret.sign("HmacSHA256", body));
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8),
        delivery.header(SIGNATURE).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<Report> read(Delivery delivery, byte[] body) {
    return JsonTexts.read(body, WhatsApp::reports);
  }

  /** A message has each status once, even if Meta repeats it with another time. */
  @Override
  public boolean mayChangeTimes() {
    return true;
  }

  private static List<Report> reports(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new InvalidInputException(JsonFaults.BODY, "must be a JSON object");
    }
    List<Report> reports = new ArrayList<>();
    while (!json.getParsingContext().inRoot() && json.nextToken() != null) {
      if (json.currentToken() == JsonToken.START_ARRAY && isOfStatuses(json)) {
        addAll(json, reports);
      }
    }
    return reports;
  }

  private static boolean isOfStatuses(JsonParser json) {
    JsonStreamContext place = json.getParsingContext();
    return place.getNestingDepth() == STATUSES_DEPTH
        && STATUSES.matcher(place.pathAsPointer().toString()).matches();
  }

  private static void addAll(JsonParser json, List<Report> reports) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        reports.add(report(status(json)));
      } else {
        json.skipChildren();
        reports.add(Report.Ignored.NOT_OURS);
      }
    }
  }

  /** The fields of a status, and the code of its first error. */
  private static Map<String, String> status(JsonParser json) throws IOException {
    Map<String, String> status = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      if (json.currentName().equals("errors")) {
        firstCode(json).ifPresent(code -> status.put(CODE, code));
      } else {
        JsonTexts.field(json, FIELDS, status);
      }
    }
    return status;
  }

  private static Optional<String> firstCode(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return Optional.empty();
    }
    String first = null;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        String code = JsonTexts.object(json, Set.of(CODE)).get(CODE);
        first = first == null ? code : first;
      } else {
        json.skipChildren();
      }
    }
    return Optional.ofNullable(first);
  }

  private static Report report(Map<String, String> status) {
    String messageId = status.getOrDefault("id", "");
    String what = status.getOrDefault("status", "");
    String timestamp = status.getOrDefault("timestamp", "");
    Map<String, String> echoed = echoed(status.getOrDefault(ECHO, ""));
    return Report.of(
        MessageIds.of(echoed, messageId),
        outcome(what, status.getOrDefault(CODE, "")),
        Channel.WHATSAPP,
        Optional.of(echoed.getOrDefault(MessageIds.TIME, ""))
            .filter(time -> !time.isEmpty())
            .orElseGet(() -> UnixSeconds.eventTime(timestamp)),
        EventIds.of(NAME, messageId, what));
  }

  /** The sender's callback data: a JSON object or a query string; other data contains no ids. */
  private static Map<String, String> echoed(String text) {
    try {
      String written = text.strip();
      return written.startsWith("{")
          ? JsonTexts.read(written.getBytes(StandardCharsets.UTF_8), WhatsApp::object)
          : Form.parse(written).texts();
    } catch (InvalidInputException _) {
      return Map.of();
    }
  }

  private static Map<String, String> object(JsonParser json) throws IOException {
    json.nextToken();
    return JsonTexts.object(json, Sets.union(MessageIds.NAMES, Set.of(MessageIds.TIME)));
  }

  private static Optional<Outcome> outcome(String status, String code) {
    return switch (status) {
      case "sent" -> Outcome.of(EventType.MESSAGE_SENT);
      case "delivered" -> Outcome.of(EventType.MESSAGE_DELIVERED);
      case "read" -> Outcome.of(EventType.MESSAGE_READ);
      case "failed" -> Outcome.because(EventType.MESSAGE_FAILED, code, status);
      // Such as "played", which follows "read" for a voice message.
      default -> Optional.empty();
    };
  }
}
