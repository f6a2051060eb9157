package io.journeystats.demo;

import io.journeystats.journey.JourneyId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Half a year in the life of a shop, the same whenever it is told from the same seed, end and
 * scale.
 */
final class Story {
  /** The seed of the demo that newcomers see. */
  static final long SEED = 2_026;

  private static final int FIRST_CUSTOMERS = 7_000;
  private static final int ATTEMPTS = 6;
  private static final Duration REST = Duration.ofDays(20);
  private static final double PURCHASES_PER_DAY = 55;

  private final long seed;
  private final double scale;
  private final ShopCalendar almanac;
  private final List<DemoJourney> journeys;
  private final List<Incident> incidents;

  /**
   * A story.
   *
   * @param seed decides everything that is left to chance
   * @param now its end
   * @param scale how many people take part; 1 is the whole demo
   */
  Story(long seed, Instant now, double scale) {
    this.seed = seed;
    this.scale = scale;
    this.almanac = new ShopCalendar(now.truncatedTo(ChronoUnit.MILLIS));
    this.journeys =
        Stream.concat(
                TriggeredJourneys.all(almanac).stream(), CampaignJourneys.all(almanac).stream())
            .toList();
    this.incidents = Incident.all(almanac);
  }

  List<DemoJourney> journeys() {
    return journeys;
  }

  List<Incident> incidents() {
    return incidents;
  }

  /** The end of the story in which the journey of the loyalty club was created then. */
  static Instant endGiven(Instant draftCreatedAt) {
    return draftCreatedAt.plus(CampaignJourneys.DRAFT_AGE);
  }

  /** The draft, which tells when the story ends. */
  static JourneyId draft() {
    return CampaignJourneys.all(new ShopCalendar(Instant.EPOCH)).getLast().id();
  }

  /**
   * What one customer did in one go.
   *
   * @param start when it begins
   * @param telling its events
   */
  record Chapter(Instant start, Supplier<List<DemoEvent>> telling) {
    List<DemoEvent> events() {
      return telling.get();
    }
  }

  /** The whole story, in the order of its beginnings. */
  List<Chapter> chapters() {
    List<Chapter> chapters = new ArrayList<>();
    Customers customers = newcomers(chapters);
    journeys.stream()
        .filter(journey -> !journey.slug().equals(TriggeredJourneys.WELCOME))
        .forEach(journey -> regulars(journey, customers, chapters));
    purchases(customers, chapters);
    chapters.sort(Comparator.comparing(Chapter::start));
    return chapters;
  }

  /** Who was a customer when: some from the beginning, then the newcomers one by one. */
  private record Customers(int first, List<Instant> newcomers) {
    int knownAt(double progress) {
      return first + (int) (newcomers.size() * progress * 0.97);
    }
  }

  private Customers newcomers(List<Chapter> chapters) {
    int first = Math.max(20, (int) (FIRST_CUSTOMERS * scale));
    DemoJourney welcome =
        journeys.stream()
            .filter(journey -> journey.slug().equals(TriggeredJourneys.WELCOME))
            .findFirst()
            .orElseThrow();
    List<Instant> entrances = entrances(welcome);
    for (int run = 0; run < entrances.size(); run++) {
      chapters.add(walk(welcome, run, entrances.get(run), first + run));
    }
    return new Customers(first, entrances);
  }

  private void regulars(DemoJourney journey, Customers customers, List<Chapter> chapters) {
    SeededRandom dice = SeededRandom.of(seed, journey.slug() + " guests");
    Map<Integer, Instant> lastSeen = new HashMap<>();
    List<Instant> entrances = entrances(journey);
    for (int run = 0; run < entrances.size(); run++) {
      Instant start = entrances.get(run);
      int guest = dice.below(customers.knownAt(almanac.progress(start)));
      for (int attempt = 0; attempt < ATTEMPTS && isThere(lastSeen.get(guest), start); attempt++) {
        guest = dice.below(customers.knownAt(almanac.progress(start)));
      }
      if (!isThere(lastSeen.put(guest, start), start)) {
        chapters.add(walk(journey, run, start, guest));
      }
    }
  }

  /** Customers come back into a journey, but not while they may still be in it. */
  private static boolean isThere(@Nullable Instant seen, Instant now) {
    return seen != null && seen.plus(REST).isAfter(now);
  }

  private void purchases(Customers customers, List<Chapter> chapters) {
    SeededRandom dice = SeededRandom.of(seed, "purchases");
    Instant from = almanac.at(ShopCalendar.DAYS - 1, 0);
    List<Instant> times =
        new Audience.Steady(PURCHASES_PER_DAY)
            .entrances(almanac, from, almanac.now(), scale, dice).stream().sorted().toList();
    for (int run = 0; run < times.size(); run++) {
      Instant time = times.get(run);
      int customer = dice.below(customers.knownAt(almanac.progress(time)));
      String name = "order/" + run;
      chapters.add(
          new Chapter(
              time,
              () -> {
                String userId = Customer.of(seed, customer).id();
                EventRecorder diary =
                    new EventRecorder(name, userId, Optional.empty(), almanac.now());
                new CustomerActions(diary, SeededRandom.of(seed, name)).purchase(time);
                return diary.events();
              }));
    }
  }

  private List<Instant> entrances(DemoJourney journey) {
    SeededRandom dice = SeededRandom.of(seed, journey.slug());
    Instant end = journey.halt().orElse(almanac.now());
    return journey
        .launch()
        .map(launch -> journey.audience().entrances(almanac, launch, end, scale, dice))
        .orElse(List.of())
        .stream()
        .sorted()
        .toList();
  }

  private Chapter walk(DemoJourney journey, int run, Instant start, int customer) {
    String name = journey.slug() + "/" + run;
    return new Chapter(
        start,
        () -> {
          Customer who = Customer.of(seed, customer);
          EventRecorder diary =
              new EventRecorder(name, who.id(), Optional.of(journey.id()), almanac.now());
          SeededRandom dice = SeededRandom.of(seed, name);
          return new JourneySimulation(journey, who, start, incidents, diary, dice).events();
        });
  }
}
