package io.journeystats.exactness;

import static io.journeystats.exactness.NaiveCounts.ofTypes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.NaiveGoal.Conversion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A duration of a journey, and how it is asked for.
 *
 * @param measure its name
 * @param goal of which goal
 * @param channel of which channel's messages
 * @param step of which step
 */
record NaiveDuration(
    String measure, Optional<String> goal, Optional<String> channel, Optional<String> step) {
  private static final List<Integer> PERCENTS = List.of(25, 50, 75, 90, 95, 99);

  private static final List<Duration> BOUNDS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(3),
          Duration.ofDays(7),
          Duration.ofDays(14),
          Duration.ofDays(30));

  /** One value: whose, when it belongs to the period, and how many milliseconds. */
  record Value(String userId, Instant time, long millis) {}

  /** All that can be asked about a journey. */
  static List<NaiveDuration> of(NaiveJourney journey) {
    List<NaiveDuration> all = new ArrayList<>();
    for (NaiveGoal goal : journey.goals()) {
      all.add(
          new NaiveDuration(
              "time_to_convert", Optional.of(goal.id()), Optional.empty(), Optional.empty()));
    }
    for (String measure : List.of("time_to_deliver", "time_to_open", "time_to_click")) {
      for (String channel : NaiveChannel.ALL) {
        all.add(
            new NaiveDuration(measure, Optional.empty(), Optional.of(channel), Optional.empty()));
      }
      for (NaiveJourney.NaiveStep step : journey.steps()) {
        if (step.channel().isPresent()) {
          all.add(
              new NaiveDuration(measure, Optional.empty(), step.channel(), Optional.of(step.id())));
        }
      }
    }
    for (NaiveJourney.NaiveStep step : journey.steps()) {
      all.add(
          new NaiveDuration(
              "time_in_step", Optional.empty(), Optional.empty(), Optional.of(step.id())));
    }
    return all;
  }

  /** The parameters of {@code stats/durations}. */
  String query() {
    return "measure=" + measure + parameters("step_id");
  }

  private String parameters(String stepName) {
    return goal.map(id -> "&goal=" + Client.encode(id)).orElse("")
        + channel.map(key -> "&channel=" + key).orElse("")
        + step.map(id -> "&" + stepName + "=" + Client.encode(id)).orElse("");
  }

  /** The numbers of the values, as numbers that users stand behind. */
  List<NaiveNumber> numbers() {
    return List.of(
        number("", value -> value.millis() >= 0), number("_negative", value -> value.millis() < 0));
  }

  private NaiveNumber number(String suffix, Predicate<Value> counts) {
    return new NaiveNumber(
        "metric=" + measure + suffix + parameters("step"),
        (statistics, period) ->
            values(statistics, period).stream()
                .filter(counts)
                .map(value -> new NaiveNumber.Deed(value.userId(), value.time()))
                .toList());
  }

  private List<Value> values(NaiveStatistics statistics, NaivePeriod period) {
    return switch (measure) {
      case "time_to_convert" ->
          toConvert(statistics, statistics.journey().goal(goal.orElseThrow()), period);
      case "time_in_step" -> inStep(statistics, period);
      default -> ofMessages(statistics, period);
    };
  }

  /** "First conversion in the period − latest start not after it". */
  private static List<Value> toConvert(
      NaiveStatistics statistics, NaiveGoal goal, NaivePeriod period) {
    List<Value> values = new ArrayList<>();
    List<Conversion> conversions = statistics.conversions(goal, period);
    for (String user : users(conversions.stream().map(Conversion::userId).toList())) {
      Instant first =
          conversions.stream()
              .filter(conversion -> conversion.userId().equals(user))
              .map(Conversion::time)
              .min(Comparator.naturalOrder())
              .orElseThrow();
      statistics.ofJourney().stream()
          .filter(event -> event.userId().equals(user) && goal.isStart(event))
          .map(NaiveEvent::time)
          .filter(start -> !start.isAfter(first))
          .max(Comparator.naturalOrder())
          .ifPresent(start -> values.add(value(user, first, start, first)));
    }
    return values;
  }

  /** "Earliest of these − earliest send", "belongs to the period by the earliest send". */
  private List<Value> ofMessages(NaiveStatistics statistics, NaivePeriod period) {
    boolean inApp = channel.orElseThrow().equals("in_app");
    List<NaiveEvent> events =
        NaiveChannel.of(channel.orElseThrow(), statistics.ofJourney()).events().stream()
            .filter(event -> step.isEmpty() || event.stepId().equals(step))
            .toList();
    List<NaiveEvent> sends = ofTypes(events, inApp ? "message_shown" : "message_sent");
    List<NaiveEvent> answers = ofTypes(events, answer());
    List<Value> values = new ArrayList<>();
    for (String message :
        users(sends.stream().flatMap(send -> send.messageId().stream()).toList())) {
      NaiveEvent sent =
          sends.stream()
              .filter(send -> send.messageId().orElseThrow().equals(message))
              .min(
                  Comparator.comparing(NaiveEvent::time)
                      .thenComparing(NaiveEvent::userId, Utf8.ORDER))
              .orElseThrow();
      if (period.contains(sent.time())) {
        answers.stream()
            .filter(answer -> answer.messageId().orElseThrow().equals(message))
            .map(NaiveEvent::time)
            .min(Comparator.naturalOrder())
            .ifPresent(time -> values.add(value(sent.userId(), sent.time(), sent.time(), time)));
      }
    }
    return values;
  }

  /** "Delivered / opened (whatsapp: read; in_app: interacted) / clicked". */
  private String answer() {
    return switch (measure) {
      case "time_to_deliver" -> "message_delivered";
      case "time_to_click" -> "message_clicked";
      default ->
          switch (channel.orElseThrow()) {
            case "whatsapp" -> "message_read";
            case "in_app" -> "message_interacted";
            default -> "message_opened";
          };
    };
  }

  /** "Each step_completed … with a step_entered of the same user and step not after it". */
  private List<Value> inStep(NaiveStatistics statistics, NaivePeriod period) {
    List<NaiveEvent> events =
        statistics.ofJourney().stream().filter(event -> event.stepId().equals(step)).toList();
    List<Value> values = new ArrayList<>();
    for (NaiveEvent completed : ofTypes(events, "step_completed")) {
      if (period.contains(completed.time())) {
        ofTypes(events, "step_entered").stream()
            .filter(entered -> entered.userId().equals(completed.userId()))
            .map(NaiveEvent::time)
            .filter(entered -> !entered.isAfter(completed.time()))
            .max(Comparator.naturalOrder())
            .ifPresent(entered ->
                values.add(value(completed.userId(), completed.time(), entered, completed.time())));
      }
    }
    return values;
  }

  private static Value value(String user, Instant belongs, Instant from, Instant to) {
    return new Value(user, belongs, Duration.between(from, to).toMillis());
  }

  private static TreeSet<String> users(List<String> all) {
    TreeSet<String> distinct = new TreeSet<>(Utf8.ORDER);
    distinct.addAll(all);
    return distinct;
  }

  /** {@code GET /journeys/{id}/stats/durations} without the period. */
  ObjectNode answer(NaiveStatistics statistics, NaivePeriod period, NaiveCalendar.Interval every) {
    List<Value> values = values(statistics, period);
    List<Long> counted = counted(values);
    ObjectNode answer = Json.object();
    answer.put("measure", measure);
    answer.put("count", counted.size());
    answer.put("negative", values.size() - counted.size());
    answer.set("mean_ms", Json.number(mean(counted)));
    ObjectNode percentiles = answer.putObject("percentiles_ms");
    for (int percent : PERCENTS) {
      percentiles.set(Integer.toString(percent), Json.number(percentile(counted, percent)));
    }
    ArrayNode histogram = answer.putArray("histogram");
    long below = -1;
    for (Duration bound : BOUNDS) {
      addBar(histogram, counted, below, bound.toMillis());
      below = bound.toMillis();
    }
    long last = below;
    histogram
        .addObject()
        .putNull("up_to_ms")
        .put("count", counted.stream().filter(millis -> millis > last).count());
    ArrayNode series = answer.putArray("series");
    NaiveCalendar calendar = new NaiveCalendar(every, period.zone());
    for (Instant bucket : statistics.buckets(period, calendar)) {
      List<Long> inBucket =
          counted(
              values.stream()
                  .filter(value -> calendar.bucket(value.time()).equals(bucket))
                  .toList());
      ObjectNode point = series.addObject().put("time", calendar.time(bucket));
      point.put("count", inBucket.size());
      point.set("p50_ms", Json.number(percentile(inBucket, 50)));
      point.set("p95_ms", Json.number(percentile(inBucket, 95)));
    }
    return answer;
  }

  /** {@code durations.csv}. */
  ArrayNode file(ObjectNode answer, boolean series) {
    ArrayNode file = Json.array();
    List<String> columns =
        series ? List.of("time", "count", "p50_ms", "p95_ms") : List.of("up_to_ms", "count");
    ArrayNode head = file.addArray();
    columns.forEach(head::add);
    answer
        .get(series ? "series" : "histogram")
        .forEach(row -> {
          ArrayNode cells = file.addArray();
          columns.forEach(column ->
              cells.add(
                  column.equals("time")
                      ? NaiveCsv.time(OffsetDateTime.parse(row.get(column).asText()).toInstant())
                      : row.get(column).isNull() ? "" : row.get(column).asText()));
        });
    return file;
  }

  private static void addBar(ArrayNode histogram, List<Long> counted, long below, long upTo) {
    histogram
        .addObject()
        .put("up_to_ms", upTo)
        .put("count", counted.stream().filter(millis -> millis > below && millis <= upTo).count());
  }

  /** "Negative values are counted in negative and in nothing else." */
  private static List<Long> counted(List<Value> values) {
    return values.stream().map(Value::millis).filter(millis -> millis >= 0).sorted().toList();
  }

  /** "Mean rounded half up to whole ms; null where count is 0". */
  private static Optional<Long> mean(List<Long> counted) {
    BigDecimal sum =
        counted.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    return counted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sum.divide(BigDecimal.valueOf(counted.size()), 0, RoundingMode.HALF_UP).longValue());
  }

  /** "The ⌈p·n⌉-th smallest". */
  private static Optional<Long> percentile(List<Long> sorted, int percent) {
    int rank =
        BigDecimal.valueOf(percent)
            .multiply(BigDecimal.valueOf(sorted.size()))
            .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
            .intValue();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
  }
}
