package io.journeystats.demo;

import io.journeystats.journey.Goal;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.JourneyStatus;
import io.journeystats.journey.JourneyType;
import io.journeystats.journey.PastJourneys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A journey of the demo with all that is going to happen in it.
 *
 * @param slug a short name, from which ids are made
 * @param title its title
 * @param category its category
 * @param type how users come in
 * @param createdAt when it was created
 * @param life what became of it since, oldest first
 * @param audience who comes in
 * @param scenes its steps in order, the last one being the exit
 * @param goals its goals
 * @param responses what customers do after reacting to a message
 * @param cancelEvent the customer's event that ends the journey early
 */
record DemoJourney(
    String slug,
    String title,
    String category,
    JourneyType type,
    Instant createdAt,
    List<PastJourneys.Move> life,
    Audience audience,
    List<JourneyStage> scenes,
    List<Goal> goals,
    List<Response> responses,
    Optional<String> cancelEvent) {

  JourneyId id() {
    return new JourneyId(
        UUID.nameUUIDFromBytes(("journey-stats/demo/" + slug).getBytes(StandardCharsets.UTF_8)));
  }

  JourneyStatus status() {
    return life.isEmpty() ? JourneyStatus.DRAFT : life.getLast().status();
  }

  /** When customers can first enter; empty for a draft. */
  Optional<Instant> launch() {
    return life.stream().findFirst().map(PastJourneys.Move::at);
  }

  /** When it came to stand still; empty while it runs. */
  Optional<Instant> halt() {
    return life.isEmpty() || status() == JourneyStatus.ACTIVE
        ? Optional.empty()
        : Optional.of(life.getLast().at());
  }

  /** The journey on the day that it was created. */
  Journey asCreated() {
    JourneyHead head =
        new JourneyHead(
            id(),
            title,
            Optional.of(category),
            type,
            JourneyStatus.DRAFT,
            createdAt,
            Optional.empty(),
            Optional.empty(),
            0);
    return new Journey(head, scenes.stream().map(JourneyStage::step).toList(), goals);
  }
}
