package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.exactness.NaiveCalendar.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Everything that can be asked about one journey of a random world. */
final class Questions {
  /** Asks every interval and goal in every zone instead of one after the other. */
  static final boolean FULL = Boolean.getBoolean("exactness.full");

  /** Asks only what has this regular expression in its path. */
  private static final Optional<Pattern> ABOUT =
      Optional.ofNullable(System.getProperty("exactness.about")).map(Pattern::compile);

  /** The factor by which more questions are asked than a test says; nightly builds choose it. */
  static final int MORE = ABOUT.isPresent() ? 30 : Integer.getInteger("exactness.more", 1);

  /** A period as it is asked for and as the naive implementation resolves it. */
  private record Asked(String query, Function<NaiveStatistics, NaivePeriod> resolve) {}

  private final RandomWorld world;
  private final NaiveJourney journey;
  private final Random random;
  private final List<Question> questions = new ArrayList<>();

  private Questions(RandomWorld world, NaiveJourney journey) {
    this.world = world;
    this.journey = journey;
    this.random = new Random(world.seed() ^ journey.id().hashCode());
  }

  static List<Question> of(RandomWorld world, NaiveJourney journey) {
    Questions questions = new Questions(world, journey);
    for (Asked asked : questions.periods()) {
      questions.addAll(asked);
    }
    questions.addTimelines();
    ABOUT.ifPresent(
        about -> questions.questions.removeIf(question -> !about.matcher(question.path()).find()));
    return questions.questions;
  }

  /** Of some users, also of one whom the journey does not know. */
  private void addTimelines() {
    for (int number = 0; number < 12; number++) {
      String user = number == 0 ? "nobody" : pick(world.events()).get("user_id").textValue();
      for (String custom : List.of("", "conversions", "all", "none")) {
        String path =
            "timeline?limit=%d%s&user_id=%s"
                .formatted(
                    pick(List.of(1, 3, 20, 1000)),
                    custom.isEmpty() ? "" : "&custom=" + custom,
                    Client.encode(user));
        questions.add(
            new Question(
                "journeys/" + journey.id() + "/" + path,
                naive -> NaiveTimeline.of(naive, user, custom.isEmpty() ? "conversions" : custom)));
      }
    }
  }

  private List<Asked> periods() {
    List<Asked> periods = new ArrayList<>(periods("", world.zone()));
    int offset = random.nextInt(Moments.ZONES.size());
    for (int i = 0; i < (FULL ? Moments.ZONES.size() : 2); i++) {
      ZoneId zone = Moments.ZONES.get((offset + i) % Moments.ZONES.size());
      periods.addAll(periods("&tz=" + Client.encode(zone.getId()), zone));
    }
    return periods;
  }

  private List<Asked> periods(String tz, ZoneId zone) {
    List<Asked> periods = new ArrayList<>();
    for (String name : List.of("all", "today", "yesterday", "7d", "30d")) {
      periods.add(new Asked("period=" + name + tz, naive -> naive.period(name, zone)));
    }
    periods.add(preceding("today", 1, tz, zone));
    periods.add(preceding("7d", 7, tz, zone));
    LocalDate today = LocalDate.ofInstant(world.now(), zone);
    LocalDate change = latestChange(zone);
    periods.add(custom("period=custom&", change, change, tz, zone));
    periods.add(custom("", change.minusDays(9), change.plusDays(2), tz, zone));
    periods.add(custom("period=custom&", today.minusDays(420), today.plusDays(1), tz, zone));
    periods.add(
        new Asked(
            "preceding=true&from=%s&to=%s%s".formatted(change.plusDays(1), change.plusDays(3), tz),
            naive -> NaivePeriod.custom(change.minusDays(2), change, zone)));
    if (ServiceUnderTest.isClockSet()) {
      periods.add(elapsed("today", 1, tz, zone));
      periods.add(pick(List.of(elapsed("yesterday", 1, tz, zone), elapsed("7d", 7, tz, zone))));
      long sinceChange = Math.max(1, ChronoUnit.DAYS.between(change, today));
      periods.add(
          pick(
              List.of(
                  // The time of now falls on the day on which clocks changed.
                  elapsed(today, today.plusDays(sinceChange - 1), tz, zone),
                  elapsed(
                      today.minusDays(random.nextInt(9)),
                      today.plusDays(random.nextInt(9)),
                      tz,
                      zone),
                  elapsed(today.plusDays(1), today.plusDays(2), tz, zone))));
    }
    return periods;
  }

  /** The elapsed part of the days before. */
  private static Asked elapsed(LocalDate from, LocalDate to, String tz, ZoneId zone) {
    return new Asked(
        "preceding=elapsed&from=%s&to=%s%s".formatted(from, to, tz),
        naive -> NaivePeriod.elapsed(from, to, zone, naive.now()));
  }

  /** The same for a number of days that end today, or for yesterday. */
  private static Asked elapsed(String name, int days, String tz, ZoneId zone) {
    return new Asked(
        "preceding=elapsed&period=" + name + tz,
        naive -> {
          LocalDate last = naive.today(zone).minusDays(name.equals("yesterday") ? 1 : 0);
          return NaivePeriod.elapsed(last.minusDays(days - 1), last, zone, naive.now());
        });
  }

  /** As many whole days right before a number of days that end today. */
  private static Asked preceding(String name, int days, String tz, ZoneId zone) {
    return new Asked(
        "preceding=true&period=" + name + tz,
        naive -> {
          LocalDate last = naive.today(zone).minusDays(days);
          return NaivePeriod.custom(last.minusDays(days - 1), last, zone);
        });
  }

  private static Asked custom(String prefix, LocalDate from, LocalDate to, String tz, ZoneId zone) {
    return new Asked(
        "%sfrom=%s&to=%s%s".formatted(prefix, from, to, tz),
        naive -> NaivePeriod.custom(from, to, zone));
  }

  /** One of the days on which the zone changed its clocks, or any day where it does not. */
  private LocalDate latestChange(ZoneId zone) {
    Instant start = world.now().minusSeconds(86_400L * (random.nextBoolean() ? 0 : 180));
    ZoneOffsetTransition change = zone.getRules().previousTransition(start);
    return change == null || change.getInstant().isBefore(world.now().minus(Moments.PAST))
        ? LocalDate.ofInstant(start, zone)
        : LocalDate.ofInstant(change.getInstant(), zone);
  }

  private void addAll(Asked asked) {
    addSeries("stats/overview?", asked, NaiveStatistics::overview);
    add("stats/performance?", asked, NaiveStatistics::performance);
    for (NaiveGoal goal : some(journey.goals())) {
      addSeries(
          "stats/goals/" + Client.encode(goal.id()) + "?",
          asked,
          (naive, period, interval) -> naive.goal(period, goal.id(), interval));
    }
    add("goals.csv?", asked, (naive, period) -> new NaiveCsv(naive).goals(period));
    add("stats/audience?", asked, NaiveStatistics::audience);
    add("stats/channels?", asked, NaiveStatistics::channels);
    add("stats/steps?", asked, NaiveStatistics::steps);
    addSeries("stats/health?", asked, NaiveStatistics::health);
    for (String channel : NaiveChannel.ALL) {
      String path = "stats/channels/" + channel;
      addSeries(
          path + "?", asked, (naive, period, interval) -> naive.channel(period, channel, interval));
      add(
          path + "/delivery-issues?",
          asked,
          (naive, period) -> naive.deliveryIssues(period, channel));
      addMessages(path + "/messages?", asked, channel);
    }
    add("stats/flow?", asked, NaiveStatistics::flow);
    add("stats/flow.csv?", asked, (naive, period) -> NaiveFlow.of(naive, period).file());
    addUsersBehind(asked, NaiveFlow.numbers(journey));
    addAttributions(asked);
    for (NaiveDuration duration : some(NaiveDuration.of(journey))) {
      addSeries(
          "stats/durations?" + duration.query() + "&",
          asked,
          (naive, period, interval) -> naive.durations(period, duration, interval));
      boolean series = random.nextBoolean();
      add(
          "stats/durations.csv?" + (series ? "table=series&" : "") + duration.query() + "&",
          asked,
          (naive, period) ->
              duration.file(naive.durations(period, duration, Interval.DAY), series));
      addUsersBehind(asked, duration.numbers());
    }
    addUsers(asked);
    addFiles(asked);
    addUsersBehind(asked, NaiveNumber.of(journey));
    addUsersBehind(asked, NaiveNumber.ofGoals(journey));
    addUsersBehind(asked, NaiveNumber.ofLinks(journey, WorldEvents.LINKS));
    addUsersBehind(asked, NaiveNumber.ofReasons(WorldEvents.REASONS));
  }

  private void addUsersBehind(Asked asked, List<NaiveNumber> numbers) {
    for (NaiveNumber number : some(numbers)) {
      String limit = pick(List.of("", "limit=7&", "limit=40&", "limit=1000&"));
      add(
          "stats/users?" + limit + number.query() + "&",
          asked,
          (naive, period) -> naive.usersBehind(period, number));
    }
    for (NaiveNumber number : some(numbers)) {
      add(
          "stats/users.csv?" + number.query() + "&",
          asked,
          (naive, period) -> new NaiveCsv(naive).usersBehind(period, number));
    }
  }

  /** An answer that takes a period only. */
  private interface Naive {
    JsonNode answer(NaiveStatistics naive, NaivePeriod period);
  }

  /** An answer with a series. */
  private interface NaiveSeries {
    JsonNode answer(NaiveStatistics naive, NaivePeriod period, Interval interval);
  }

  private void add(String path, Asked asked, Naive answer) {
    questions.add(
        new Question(
            "journeys/" + journey.id() + "/" + path + asked.query(),
            naive -> answer.answer(naive, asked.resolve().apply(naive))));
  }

  private void addSeries(String path, Asked asked, NaiveSeries answer) {
    List<Interval> intervals = List.of(Interval.values());
    for (Interval interval : FULL ? intervals : List.of(pick(intervals))) {
      String name = interval.name().toLowerCase(Locale.ROOT);
      boolean byDefault = interval == Interval.DAY && random.nextBoolean();
      add(
          path + (byDefault ? "" : "interval=" + name + "&"),
          asked,
          (naive, period) -> answer.answer(naive, period, interval));
    }
  }

  private void addMessages(String path, Asked asked, String channel) {
    List<Optional<String>> goals = new ArrayList<>();
    goals.add(Optional.empty());
    journey.goals().forEach(goal -> goals.add(Optional.of(goal.id())));
    for (Optional<String> goal : FULL ? goals : List.of(pick(goals), pick(goals))) {
      add(
          path + goal.map(id -> "goal=" + Client.encode(id) + "&").orElse(""),
          asked,
          (naive, period) -> naive.messages(period, channel, goal));
    }
  }

  private void addAttributions(Asked asked) {
    if (journey.goals().isEmpty() || journey.steps().isEmpty()) {
      return;
    }
    List<NaiveAttribution> attributions = NaiveAttribution.of(pick(journey.goals()));
    for (NaiveAttribution attribution : FULL ? attributions : List.of(pick(attributions))) {
      for (String channel : some(NaiveChannel.ALL)) {
        add(
            "stats/channels/" + channel + "/messages?" + attribution.query() + "&",
            asked,
            (naive, period) -> naive.messages(period, channel, attribution));
        add(
            "channels/" + channel + ".csv?" + attribution.query() + "&",
            asked,
            (naive, period) -> new NaiveCsv(naive).messages(period, channel, attribution));
        String step = pick(journey.steps()).id();
        addUsersBehind(asked, attribution.numbers(channel, step));
      }
    }
  }

  private void addUsers(Asked asked) {
    // Pages of a user or two only where few are found: each page is a question.
    String limit = pick(List.of("", "limit=7&", "limit=1000&", "limit=40&"));
    Optional<String> search = Optional.of(searched());
    Optional<String> status = Optional.of(pick(List.of("in_progress", "exited", "dropped_off")));
    addUsers(limit, Optional.empty(), Optional.empty(), asked);
    addUsers(pick(List.of("", "limit=2&")), search, Optional.empty(), asked);
    addUsers("limit=1&", search, status, asked);
    addUsers(limit, Optional.empty(), status, asked);
  }

  private void addUsers(
      String limit, Optional<String> search, Optional<String> status, Asked asked) {
    String path =
        "users?"
            + limit
            + search.map(text -> "search=" + Client.encode(text) + "&").orElse("")
            + status.map(text -> "status=" + text + "&").orElse("");
    add(path, asked, (naive, period) -> naive.users(period, search, status));
  }

  private void addFiles(Asked asked) {
    Optional<String> search = Optional.of(searched());
    Optional<String> status = Optional.of(pick(List.of("in_progress", "exited", "dropped_off")));
    add(
        "users.csv?",
        asked,
        (naive, period) -> new NaiveCsv(naive).users(period, Optional.empty(), Optional.empty()));
    add(
        "users.csv?search=%s&status=%s&"
            .formatted(Client.encode(search.orElseThrow()), status.orElseThrow()),
        asked,
        (naive, period) -> new NaiveCsv(naive).users(period, search, status));
    for (NaiveGoal goal : some(journey.goals())) {
      add(
          "goals/" + Client.encode(goal.id()) + ".csv?",
          asked,
          (naive, period) -> new NaiveCsv(naive).conversions(period, goal.id()));
    }
    for (NaiveJourney.NaiveStep step : some(journey.steps())) {
      step.channel()
          .filter(step::isMessageOf)
          .ifPresent(channel -> addFiles(asked, channel, step.id()));
    }
  }

  private <T> List<T> some(List<T> all) {
    return FULL || all.isEmpty() ? all : List.of(pick(all), pick(all));
  }

  private void addFiles(Asked asked, String channel, String step) {
    String path = "channels/" + channel + "/messages/" + Client.encode(step);
    String sort =
        pick(
            List.of(
                "-clicks", "clicks", "clicked_users", "-clicked_users", "link_url", "-link_url"));
    int limit = pick(List.of(1, 2, 5, 1000));
    add(
        "stats/" + path + "/links?limit=" + limit + "&sort=" + sort + "&",
        asked,
        (naive, period) -> naive.links(period, channel, step, sort, limit));
    add(
        "stats/" + path + "/links?",
        asked,
        (naive, period) -> naive.links(period, channel, step, "-clicks", 100));
    add(
        "stats/" + path + "/links.csv?",
        asked,
        (naive, period) -> new NaiveCsv(naive).links(period, channel, step));
    add(path + ".csv?", asked, (naive, period) -> new NaiveCsv(naive).days(period, channel, step));
    add(
        path + "/users.csv?",
        asked,
        (naive, period) -> new NaiveCsv(naive).messageUsers(period, channel, step));
  }

  /** What begins a user's id or a device's, all of it, or what only looks like a pattern. */
  private String searched() {
    String whole =
        random.nextInt(4) == 0
            ? pick(List.of("%", "_", "user-", "device-1", "'", "\\", "pl", "x".repeat(255)))
            : userOrDevice(pick(world.events()));
    return random.nextBoolean() ? whole : whole.substring(0, whole.offsetByCodePoints(0, 1));
  }

  private String userOrDevice(JsonNode event) {
    return random.nextBoolean() && event.has("hwid")
        ? event.get("hwid").textValue()
        : event.get("user_id").textValue();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
