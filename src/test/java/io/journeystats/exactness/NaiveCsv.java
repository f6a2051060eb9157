package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.NaiveCalendar.Interval;
import io.journeystats.exactness.NaiveGoal.Conversion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of one journey, worked out plainly: arrays of rows of cells, the header first.
 *
 * @param statistics of which events
 */
record NaiveCsv(NaiveStatistics statistics) {
  private static final List<String> OF_MESSAGES =
      List.of(
          "step_id",
          "name",
          "sent",
          "recipient_users",
          "opened_users",
          "open_rate",
          "clicked_users",
          "click_rate",
          "converted_users",
          "goal_conversion_rate");

  private static final List<String> OF_EMAIL =
      Stream.concat(
              OF_MESSAGES.stream(),
              Stream.of("unsubscribed_users", "complained_users", "hard_bounces", "soft_bounces"))
          .toList();

  private static final List<String> TYPES =
      List.of(
          "sent",
          "shown",
          "delivered",
          "read",
          "opened",
          "clicked",
          "interacted",
          "dismissed",
          "failed",
          "skipped",
          "unsubscribed",
          "hard_bounced",
          "soft_bounced",
          "complained");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** {@code users.csv}. */
  ArrayNode users(NaivePeriod period, Optional<String> search, Optional<String> status) {
    ArrayNode file =
        file("user_id,hwid,status,last_step,entrances,last_entered_at,updated_at".split(","));
    for (JsonNode user : statistics.users(period, search, status).path("users")) {
      file.add(
          row(
              text(user.path("user_id").asText()),
              text(user.path("hwid").isNull() ? "" : user.path("hwid").asText()),
              user.path("status").asText(),
              text(user.path("last_step").asText()),
              user.path("entrances").asText(),
              time(Instant.parse(user.path("last_entered_at").asText())),
              time(Instant.parse(user.path("updated_at").asText()))));
    }
    return file;
  }

  /** {@code stats/users.csv}: the columns of the JSON. */
  ArrayNode usersBehind(NaivePeriod period, NaiveNumber number) {
    ArrayNode file = file("user_id,hwid,status,last_step,events,first_at,last_at".split(","));
    for (JsonNode user : statistics.usersBehind(period, number).path("users")) {
      file.add(
          row(
              text(user.path("user_id").asText()),
              text(user.path("hwid").isNull() ? "" : user.path("hwid").asText()),
              user.path("status").isNull() ? "" : user.path("status").asText(),
              text(user.path("last_step").asText()),
              user.path("events").asText(),
              time(Instant.parse(user.path("first_at").asText())),
              time(Instant.parse(user.path("last_at").asText()))));
    }
    return file;
  }

  /** {@code channels/{channel}.csv} with an attribution. */
  ArrayNode messages(NaivePeriod period, String channel, NaiveAttribution attribution) {
    ArrayNode file = Json.array();
    List<String> keys = channel.equals("email") ? OF_EMAIL : OF_MESSAGES;
    file.add(row(keys.toArray(String[]::new)));
    statistics
        .messages(period, channel, attribution)
        .get("messages")
        .forEach(message ->
            file.add(
                row(
                    keys.stream()
                        .map(key ->
                            message.get(key).isTextual()
                                ? text(message.get(key).textValue())
                                : number(message.get(key)))
                        .toArray(String[]::new))));
    return file;
  }

  /** {@code goals/{goal}.csv}: "user_id, converted_at (first in the period), …". */
  ArrayNode conversions(NaivePeriod period, String goalId) {
    NaiveGoal goal = statistics.journey().goal(goalId);
    ArrayNode file =
        file("user_id,converted_at,entrances_before,attributed_step,conversions,values".split(","));
    List<Conversion> all = statistics.conversions(goal, period);
    for (String user : sorted(all.stream().map(Conversion::userId))) {
      Instant first =
          all.stream()
              .filter(conversion -> conversion.userId().equals(user))
              .map(Conversion::time)
              .min(Comparator.naturalOrder())
              .orElseThrow();
      long entrances =
          of(user).stream()
              .filter(event -> event.is("entered") && !event.time().isAfter(first))
              .count();
      String step =
          of(user).stream()
              .filter(NaiveCsv::isInteraction)
              .filter(event -> !event.time().isAfter(first))
              .max(
                  Comparator.comparing(NaiveEvent::time)
                      .thenComparing(event -> event.stepId().orElseThrow(), Utf8.ORDER))
              .filter(event -> !event.time().isBefore(first.minus(goal.conversionPeriod())))
              .map(event -> statistics.journey().stepName(event.stepId().orElseThrow()))
              .orElse("");
      List<Conversion> own =
          all.stream().filter(conversion -> conversion.userId().equals(user)).toList();
      file.add(
          row(
              text(user),
              time(first),
              Long.toString(entrances),
              text(step),
              Integer.toString(own.size()),
              text(NaiveGoal.inWords(goal.amounts(own)))));
    }
    return file;
  }

  /** {@code goals.csv}. */
  ArrayNode goals(NaivePeriod period) {
    ArrayNode file =
        file(
            "id,name,count,conversion_rate,conditions,conversion_period_days,conversions,values"
                .split(","));
    for (JsonNode goal : statistics.performance(period).get("goals")) {
      NaiveGoal definition = statistics.journey().goal(goal.get("id").textValue());
      file.add(
          row(
              text(goal.get("id").textValue()),
              text(goal.get("name").textValue()),
              number(goal.get("count")),
              number(goal.get("conversion_rate")),
              // Words that only the service has.
              "",
              number(goal.get("conversion_period_days")),
              number(goal.get("conversions")),
              text(
                  NaiveGoal.inWords(
                      definition.amounts(statistics.conversions(definition, period))))));
    }
    return file;
  }

  static boolean isInteraction(NaiveEvent event) {
    return event.type().startsWith("message_")
        && new NaiveMessage("", event.channel().orElseThrow(), List.of()).isInteraction(event);
  }

  /** {@code messages/{step_id}.csv}: "that message's daily metrics". */
  ArrayNode days(NaivePeriod period, String channel, String step) {
    ArrayNode file = Json.array();
    ObjectNode head = NaiveChannel.of(channel, List.of()).metrics();
    List<String> keys = new ArrayList<>();
    head.fieldNames().forEachRemaining(keys::add);
    file.add(row(Stream.concat(Stream.of("date"), keys.stream()).toArray(String[]::new)));
    NaiveCalendar calendar = new NaiveCalendar(Interval.DAY, period.zone());
    for (Instant bucket : statistics.buckets(period, calendar)) {
      List<NaiveEvent> events =
          statistics.ofJourney().stream()
              .filter(event -> period.contains(event.time()) && event.isOfStep(step))
              .filter(event -> calendar.bucket(event.time()).equals(bucket))
              .toList();
      ObjectNode metrics = NaiveChannel.of(channel, events).metrics();
      file.add(
          row(
              Stream.concat(
                      Stream.of(LocalDate.ofInstant(bucket, period.zone()).toString()),
                      keys.stream().map(key -> number(metrics.get(key))))
                  .toArray(String[]::new)));
    }
    return file;
  }

  /** {@code messages/{step_id}/users.csv}: "the users who got or interacted with it". */
  ArrayNode messageUsers(NaivePeriod period, String channel, String step) {
    ArrayNode file =
        file("user_id,hwid,sent_at,delivered_at,opened_at,clicked_at,last_event".split(","));
    List<NaiveEvent> events =
        NaiveChannel.of(channel, statistics.ofJourney()).events().stream()
            .filter(event -> event.type().startsWith("message_"))
            .filter(event -> event.isOfStep(step) && period.contains(event.time()))
            .toList();
    for (String user : sorted(events.stream().map(NaiveEvent::userId))) {
      List<NaiveEvent> own = events.stream().filter(event -> event.userId().equals(user)).toList();
      if (own.stream()
          .allMatch(event -> event.is("message_failed") || event.is("message_skipped"))) {
        continue;
      }
      file.add(
          row(
              text(user),
              text(hwid(own)),
              first(own, channel.equals("in_app") ? "shown" : "sent"),
              channel.equals("whatsapp")
                  ? first(own, "delivered", "read")
                  : first(own, "delivered"),
              first(own, opening(channel)),
              first(own, channel.equals("in_app") ? "interacted" : "clicked"),
              last(own)));
    }
    return file;
  }

  /** {@code links.csv}: "all rows". */
  ArrayNode links(NaivePeriod period, String channel, String step) {
    ArrayNode file = file("link_url,clicks,clicked_users,click_rate".split(","));
    statistics
        .links(period, channel, step, "-clicks", Integer.MAX_VALUE)
        .get("links")
        .forEach(link ->
            file.add(
                row(
                    link.get("link_url").isNull() ? "" : text(link.get("link_url").textValue()),
                    number(link.get("clicks")),
                    number(link.get("clicked_users")),
                    number(link.get("click_rate")))));
    return file;
  }

  private static String opening(String channel) {
    return switch (channel) {
      case "whatsapp" -> "read";
      case "in_app" -> "shown";
      default -> "opened";
    };
  }

  private static String hwid(List<NaiveEvent> events) {
    return events.stream()
        .filter(event -> event.hwid().isPresent())
        .max(
            Comparator.comparing(NaiveEvent::time)
                .thenComparing(event -> event.hwid().orElseThrow(), Utf8.ORDER))
        .flatMap(NaiveEvent::hwid)
        .orElse("");
  }

  private static String first(List<NaiveEvent> events, String... types) {
    return events.stream()
        .filter(event -> Stream.of(types).anyMatch(type -> event.is("message_" + type)))
        .map(NaiveEvent::time)
        .min(Comparator.naturalOrder())
        .map(NaiveCsv::time)
        .orElse("");
  }

  /** At equal times the one that comes later in a message's life. */
  private static String last(List<NaiveEvent> events) {
    return events.stream()
        .max(
            Comparator.comparing(NaiveEvent::time)
                .thenComparingInt(event -> TYPES.indexOf(event.type().substring(8))))
        .map(NaiveEvent::type)
        .orElseThrow();
  }

  private List<NaiveEvent> of(String user) {
    return statistics.ofJourney().stream().filter(event -> event.userId().equals(user)).toList();
  }

  private static List<String> sorted(Stream<String> users) {
    TreeSet<String> sorted = new TreeSet<>(Utf8.ORDER);
    users.forEach(sorted::add);
    return List.copyOf(sorted);
  }

  private static ArrayNode file(String... header) {
    return Json.array().add(row(header));
  }

  static ArrayNode row(String... cells) {
    ArrayNode row = Json.array();
    for (String cell : cells) {
      row.add(cell);
    }
    return row;
  }

  /**
   * "A text cell that a spreadsheet would take for a formula … is prefixed with '", also where
   * something invisible stands before the formula; and one that looks like it was prefixed, so that
   * it can be undone.
   */
  static String text(String text) {
    String bare = text;
    while (bare.startsWith("'")) {
      bare = bare.substring(1);
    }
    String seen =
        bare.replaceFirst(
            "^[\\p{Z}\\p{Cc}\\p{Cf}\\u115F\\u1160\\u2800\\u3164\\uFFA0\\uFE00-\\uFE0F]+", "");
    boolean formula = seen.matches("(?s)[=+\\-@＝＋－＠].*") || bare.matches("(?s)[\t\r\n].*");
    return formula ? "'" + text : text;
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** "Rates as percentages with two decimals, empty where null". */
  private static String number(JsonNode number) {
    if (number.isNull()) {
      return "";
    }
    return number.isIntegralNumber()
        ? number.asText()
        : new BigDecimal(Double.toString(number.doubleValue()))
            .multiply(BigDecimal.valueOf(100))
            .setScale(2, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
