package io.journeystats.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyStatus;
import io.journeystats.journey.JourneyType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the demo's story has to be to be believed. */
final class StoryTest {
  private static final Instant NOW = Instant.parse("2026-05-14T15:30:00.123Z");
  private static final Story STORY = new Story(Story.SEED, NOW, 1);
  private static final List<DemoEvent> EVENTS = events(STORY);

  @Test
  void tellsTheSameTwice() {
    assertThat(EventLines.of(events(new Story(Story.SEED, NOW, 0.05))))
        .isEqualTo(EventLines.of(events(new Story(Story.SEED, NOW, 0.05))));
  }

  @Test
  void isAsLargeAsPromised() {
    assertThat(EVENTS.size()).isBetween(300_000, 400_000);
  }

  @Test
  void givesEveryEventItsOwnId() {
    assertThat(EVENTS.stream().map(DemoEvent::eventId).distinct()).hasSameSizeAs(EVENTS);
  }

  @Test
  void beginsHalfAYearAgoAndEndsNow() {
    Instant first = EVENTS.stream().map(DemoEvent::time).min(Instant::compareTo).orElseThrow();
    Instant last = EVENTS.stream().map(DemoEvent::time).max(Instant::compareTo).orElseThrow();
    assertThat(first).isBetween(NOW.minus(Duration.ofDays(184)), NOW.minus(Duration.ofDays(180)));
    assertThat(last).isBetween(NOW.minus(Duration.ofMinutes(10)), NOW);
  }

  @Test
  void hasJourneysOfEveryKind() {
    assertThat(STORY.journeys()).hasSize(8);
    assertThat(STORY.journeys().stream().map(DemoJourney::status).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(JourneyStatus.class));
    assertThat(STORY.journeys().stream().map(DemoJourney::type).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(JourneyType.class));
    assertThat(EVENTS.stream().map(DemoEvent::type).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(EventType.class));
  }

  @Test
  void everyoneEntersWhileTheJourneyRuns() {
    assertThat(STORY.journeys())
        .allSatisfy(journey ->
            assertThat(EVENTS.stream().filter(is(EventType.ENTERED)).filter(of(journey)))
                .allSatisfy(event ->
                    assertThat(event.time())
                        .isBetween(journey.launch().orElseThrow(), journey.halt().orElse(NOW))));
  }

  @Test
  void messagesDoAsUsual() {
    assertRate(Channel.PUSH, EventType.MESSAGE_OPENED, EventType.MESSAGE_SENT, 0.04, 0.08);
    assertRate(Channel.EMAIL, EventType.MESSAGE_CLICKED, EventType.MESSAGE_SENT, 0.02, 0.05);
    assertRate(Channel.EMAIL, EventType.MESSAGE_HARD_BOUNCED, EventType.MESSAGE_SENT, 0.002, 0.005);
    assertRate(Channel.EMAIL, EventType.MESSAGE_SOFT_BOUNCED, EventType.MESSAGE_SENT, 0.005, 0.02);
    assertRate(Channel.EMAIL, EventType.MESSAGE_UNSUBSCRIBED, EventType.MESSAGE_SENT, 0.001, 0.003);
    assertRate(Channel.SMS, EventType.MESSAGE_DELIVERED, EventType.MESSAGE_SENT, 0.96, 0.99);
    assertRate(Channel.WHATSAPP, EventType.MESSAGE_READ, EventType.MESSAGE_SENT, 0.65, 0.75);
    assertRate(Channel.IN_APP, EventType.MESSAGE_INTERACTED, EventType.MESSAGE_SHOWN, 0.12, 0.2);
    long opened =
        of(Channel.EMAIL, EventType.MESSAGE_OPENED).stream()
            .map(DemoEvent::messageId)
            .distinct()
            .count();
    assertThat((double) opened / of(Channel.EMAIL, EventType.MESSAGE_SENT).size())
        .isBetween(0.25, 0.35);
  }

  @Test
  void failuresCanBeDiscovered() {
    List<Incident> failures =
        STORY.incidents().stream().filter(some -> some.failure().isPresent()).toList();
    assertThat(failures).hasSize(3);
    for (Incident incident : failures) {
      EventType trouble =
          incident.channel() == Channel.EMAIL
              ? EventType.MESSAGE_SOFT_BOUNCED
              : EventType.MESSAGE_FAILED;
      long then =
          of(incident.channel(), trouble).stream()
              .filter(event -> incident.strikes(incident.channel(), event.time()))
              .count();
      assertThat(then).as(incident.detail()).isGreaterThan(20);
    }
  }

  @Test
  void aSlowProviderCanBeDiscovered() {
    Incident slow =
        STORY.incidents().stream()
            .filter(incident -> incident.delay().isPresent())
            .findFirst()
            .orElseThrow();
    Predicate<DemoEvent> then = event -> slow.strikes(slow.channel(), event.time());

    assertThat(secondsToDeliver(slow.channel(), then, 0.95)).isGreaterThan(1_200);
    assertThat(secondsToDeliver(slow.channel(), then.negate(), 0.95)).isLessThan(180);
  }

  @Test
  void somePurchasesHaveNoValue() {
    // A smaller story, in which there have to be some, too.
    List<DemoEvent> purchases =
        events(new Story(Story.SEED, NOW, 0.25)).stream()
            .filter(event -> event.eventName().equals(Goals.PURCHASE))
            .toList();
    List<DemoEvent> without =
        purchases.stream().filter(event -> !event.properties().containsKey("amount")).toList();
    assertThat((double) without.size() / purchases.size()).isBetween(0.02, 0.15);
    assertThat(without.stream().filter(event -> event.eventId().startsWith("welcome/")))
        .isNotEmpty();
  }

  @Test
  void machinesClickLinksAndAnExperimentHasTwoArms() {
    assertThat(
            of(Channel.EMAIL, EventType.MESSAGE_CLICKED).stream()
                .filter(click -> click.machine().equals(Optional.of(true)))
                .count())
        .isGreaterThan(50);
    assertThat(EVENTS.stream().map(DemoEvent::arm).filter(arm -> !arm.isEmpty()).distinct())
        .containsExactlyInAnyOrder("control", "voucher");
  }

  @Test
  void oneDayIsUnlikeAllOthers() {
    DemoJourney sale =
        STORY.journeys().stream()
            .filter(journey -> journey.slug().equals("black-friday"))
            .findFirst()
            .orElseThrow();
    Instant launch = sale.launch().orElseThrow();
    assertThat(EVENTS.stream().filter(is(EventType.ENTERED)).filter(of(sale)))
        .hasSizeGreaterThan(1_500)
        .allSatisfy(event -> assertThat(event.time()).isBefore(launch.plus(Duration.ofHours(1))));
  }

  @Test
  void nightsAreQuiet() {
    List<DemoEvent> purchases =
        EVENTS.stream()
            .filter(is(EventType.CUSTOM))
            .filter(e -> e.eventId().startsWith("order"))
            .toList();
    long night = purchases.stream().filter(event -> ShopCalendar.hourOf(event.time()) < 6).count();
    assertThat((double) night / purchases.size()).isLessThan(0.06);
  }

  @Test
  void somePeopleComeBackAndSomeHaveSeveralDevices() {
    assertThat(STORY.journeys().get(1).slug()).isEqualTo("cart");
    var entrances =
        EVENTS.stream().filter(is(EventType.ENTERED)).filter(of(STORY.journeys().get(1))).toList();
    assertThat(entrances.stream().map(DemoEvent::userId).distinct().count())
        .isLessThan(entrances.size());
    assertThat(
            EVENTS.stream()
                .filter(event -> !event.hwid().isEmpty())
                .collect(
                    Collectors.groupingBy(
                        DemoEvent::userId, Collectors.mapping(DemoEvent::hwid, Collectors.toSet())))
                .values())
        .anySatisfy(devices -> assertThat(devices).hasSizeGreaterThan(1));
  }

  private static List<DemoEvent> events(Story story) {
    return story.chapters().stream().flatMap(chapter -> chapter.events().stream()).toList();
  }

  private static Predicate<DemoEvent> is(EventType type) {
    return event -> event.type() == type;
  }

  private static Predicate<DemoEvent> of(DemoJourney journey) {
    return event -> event.journeyId().equals(Optional.of(journey.id()));
  }

  private static List<DemoEvent> of(Channel channel, EventType type) {
    return EVENTS.stream()
        .filter(is(type))
        .filter(event -> event.channel().equals(Optional.of(channel)))
        .toList();
  }

  /** How long deliveries of messages took that were sent then: the time that a share is within. */
  private static long secondsToDeliver(
      Channel channel, Predicate<DemoEvent> sentThen, double share) {
    Map<String, Instant> sent =
        of(channel, EventType.MESSAGE_SENT).stream()
            .filter(sentThen)
            .collect(Collectors.toMap(DemoEvent::messageId, DemoEvent::time));
    List<Long> seconds =
        of(channel, EventType.MESSAGE_DELIVERED).stream()
            .filter(event -> sent.containsKey(event.messageId()))
            .map(event -> Duration.between(sent.get(event.messageId()), event.time()).toSeconds())
            .sorted()
            .toList();
    assertThat(seconds).hasSizeGreaterThan(100);
    return seconds.get((int) (seconds.size() * share));
  }

  private static void assertRate(
      Channel channel, EventType some, EventType all, double least, double most) {
    double rate = (double) of(channel, some).size() / of(channel, all).size();
    assertThat(rate).as("%s of %s", some, channel).isBetween(least, most);
  }
}
