package io.journeystats.demo;

import io.journeystats.event.EventType;
import io.journeystats.journey.JourneyStatus;
import io.journeystats.journey.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One customer's way through a journey, from entering it to leaving it or to the present. */
final class JourneySimulation {
  private static final double LEAVES = 0.008;
  private static final double BREAKS_DOWN = 0.0012;
  private static final double GIVES_UP_AFTER_FAILURE = 0.25;
  private static final double BUYS_ANYWAY = 0.05;

  private final DemoJourney journey;
  private final EventRecorder diary;
  private final SeededRandom dice;
  private final MessageSender courier;
  private final CustomerActions deeds;
  private final Customer customer;
  private Optional<Instant> cancelled = Optional.empty();
  private Optional<Instant> reacted = Optional.empty();
  private Instant time;

  /**
   * A customer at the entry.
   *
   * @param journey the journey
   * @param customer who enters
   * @param start when
   * @param incidents what goes wrong
   * @param diary takes the events
   * @param dice decides
   */
  JourneySimulation(
      DemoJourney journey,
      Customer customer,
      Instant start,
      List<Incident> incidents,
      EventRecorder diary,
      SeededRandom dice) {
    this.journey = journey;
    this.customer = customer;
    this.diary = diary;
    this.dice = dice;
    this.courier = new MessageSender(customer, incidents, diary, dice);
    this.deeds = new CustomerActions(diary, dice);
    this.time = start;
  }

  /** Goes all the way; answers what happened on it. */
  List<DemoEvent> events() {
    diary.note(EventType.ENTERED, time).arm(arm()).write();
    if (dice.hits(BUYS_ANYWAY)) {
      Instant bought = time.plus(dice.patience(Duration.ofHours(30)));
      deeds.purchase(bought);
      bought(bought);
    }
    boolean goesOn = true;
    for (int index = 0; goesOn && index < journey.scenes().size(); index++) {
      JourneyStage scene = journey.scenes().get(index);
      goesOn = visit(scene);
      boolean skips = scene.action() instanceof JourneyStage.SkipIfReacted && reacted.isPresent();
      index += skips ? 1 : 0;
    }
    if (goesOn) {
      exit("completed", time).atStep(journey.scenes().getLast().step()).write();
    }
    return diary.events();
  }

  /** New customers are greeted in two ways, to learn which one is better. */
  private String arm() {
    boolean tested = journey.slug().equals(TriggeredJourneys.WELCOME);
    return tested ? Math.floorMod(customer.id().hashCode(), 2) == 0 ? "voucher" : "control" : "";
  }

  /** Spends the time of a step; false where the way ends there. */
  private boolean visit(JourneyStage scene) {
    if (endsBefore(time)) {
      return false;
    }
    Step step = scene.step();
    diary.note(EventType.STEP_ENTERED, time).at(step).write();
    Optional<Instant> end = spend(scene);
    if (end.isEmpty() || endsBefore(end.get())) {
      return false;
    }
    Instant done = end.get();
    diary.note(EventType.STEP_COMPLETED, done).at(step).write();
    time = done.plusMillis(1 + dice.below(400));
    return !leaves(scene);
  }

  /** When the customer is done with a step; empty where the customer drops out there. */
  private Optional<Instant> spend(JourneyStage scene) {
    if (dice.hits(BREAKS_DOWN)) {
      drop("internal_error", scene.step(), "template could not be rendered");
      return Optional.empty();
    }
    return switch (scene.action()) {
      case JourneyStage.Pass _, JourneyStage.SkipIfReacted _ ->
          Optional.of(time.plusMillis(dice.below(1_500)));
      case JourneyStage.Wait wait ->
          Optional.of(daytime(time.plus(dice.between(wait.least(), wait.most()))));
      case JourneyStage.Send send -> receive(scene, send);
    };
  }

  private Optional<Instant> receive(JourneyStage scene, JourneyStage.Send send) {
    MessageSender.Outcome outcome = courier.send(scene, send, time);
    if (outcome.failure().isPresent() && dice.hits(GIVES_UP_AFTER_FAILURE)) {
      drop("sending_error", scene.step(), outcome.failure().get());
      return Optional.empty();
    }
    reacted = outcome.reacted();
    reacted.flatMap(at -> deeds.respond(journey.responses(), at)).ifPresent(this::bought);
    return Optional.of(time.plusMillis(500 + dice.below(3_000)));
  }

  /** Ends the way where something else ended it before that time. */
  private boolean endsBefore(Instant next) {
    Optional<Instant> halt = journey.halt();
    Instant stop = halt.orElse(Instant.MAX);
    if (cancelled.isPresent() && !cancelled.get().isAfter(next) && cancelled.get().isBefore(stop)) {
      exit("cancel_event", cancelled.get()).named(journey.cancelEvent().orElseThrow()).write();
      return true;
    }
    if (next.isBefore(stop)) {
      return false;
    }
    if (journey.status() != JourneyStatus.PAUSED) {
      exit("left", stop.plusMillis(dice.below(60_000))).write();
    }
    return true;
  }

  private boolean leaves(JourneyStage scene) {
    boolean leaves = dice.hits(LEAVES);
    if (leaves) {
      exit("left", time.plusSeconds(1 + dice.below(120))).atStep(scene.step()).write();
    }
    return leaves;
  }

  private void drop(String reason, Step step, String detail) {
    diary
        .note(EventType.DROPPED, time.plusSeconds(1))
        .atStep(step)
        .because(reason)
        .with(Map.of("detail", detail))
        .write();
  }

  private EventRecorder.Note exit(String reason, Instant at) {
    return diary.note(EventType.EXITED, at).because(reason);
  }

  private void bought(Instant at) {
    if (journey.cancelEvent().filter(Goals.PURCHASE::equals).isPresent()) {
      cancelled = Optional.of(cancelled.filter(at::isAfter).orElse(at));
    }
  }

  /** Most waits that would end at night last until the morning. */
  private Instant daytime(Instant end) {
    if (!MessageSender.isNight(end) || dice.hits(0.03)) {
      return end;
    }
    boolean late = ShopCalendar.hourOf(end) >= 22;
    LocalDate day = end.atZone(ShopCalendar.ZONE).toLocalDate();
    return ShopCalendar.at(late ? day.plusDays(1) : day, 8).plusMillis(dice.below(7_200_000));
  }
}
