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
 * The webhooks of Meta's WhatsApp Cloud API, of which only the statuses of sent messages concern
 * us. Our ids come back in what the sender gave as {@code biz_opaque_callback_data}.
 */
final class WhatsApp implements Provider {
  static final String NAME = "whatsapp";

  private static final String SIGNATURE = "X-Hub-Signature-256";
  private static final Pattern STATUSES =
      Pattern.compile("/entry/\\d+/changes/\\d+/value/statuses");

  /** How deep they lie; deeper, the way there would be long to tell, and there may be many. */
  private static final int DEPTH_OF_STATUSES = 7;

  private static final String ECHO = "biz_opaque_callback_data";
  private static final Set<String> FIELDS = Set.of("id", "status", "timestamp", ECHO);
  private static final String CODE = "code";

  private final Secret appSecret;
  private final Secret verifyToken;

  /**
   * A tenant's WhatsApp.
   *
   * @param appSecret the secret of its app at Meta, which signs
   * @param verifyToken the word that Meta asks for when the address is entered there
   */
  @JsonCreator
  WhatsApp(
      @JsonProperty("appSecret") @Nullable Secret appSecret,
      @JsonProperty("verifyToken") @Nullable Secret verifyToken) {
    this.appSecret = WebhookConfiguration.required(appSecret, "appSecret");
    this.verifyToken = WebhookConfiguration.required(verifyToken, "verifyToken");
  }

  /** Tells whether that is the word that the tenant entered at Meta, too. */
  boolean knows(String token) {
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

  /** A message has each status once, whatever time Meta gives for it when it tells it again. */
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
    return place.getNestingDepth() == DEPTH_OF_STATUSES
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

  /** The status' fields, and the code of the first of its errors. */
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

  /** What the sender wrote, as a JSON object or like a query; of anything else nothing is ours. */
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
      // Such as "played", of a voice message, which was read before.
      default -> Optional.empty();
    };
  }
}
