package io.journeystats.webhook;

import io.journeystats.journey.Channel;
import java.time.Instant;
import java.util.Optional;

/** One thing that a provider reports: something about a message of ours, or nothing to us. */
sealed interface Report {

  /**
   * What a provider says, sorted.
   *
   * @param ids what the sender gave the message
   * @param outcome what became of it; empty where it is nothing that we have an event for
   * @param channel how it was sent
   * @param time when it happened, as the text of an event
   * @param eventId the same whenever the same is reported
   */
  static Report of(
      MessageIds ids, Optional<Outcome> outcome, Channel channel, String time, String eventId) {
    if (!ids.areOurs()) {
      return Ignored.NOT_OURS;
    }
    return outcome
        .<Report>map(known -> new Fact(ids, known, channel, time, eventId))
        .orElse(Ignored.OTHER_KIND);
  }

  /**
   * Something that became of a message: an event as it would be sent, not checked yet.
   *
   * @param ids what the sender gave the message
   * @param outcome what became of it
   * @param channel how it was sent
   * @param time when it happened, as the text of an event
   * @param eventId the same whenever the same is reported
   */
  record Fact(MessageIds ids, Outcome outcome, Channel channel, String time, String eventId)
      implements Report {
    Fact at(Instant other) {
      return new Fact(ids, outcome, channel, other.toString(), eventId);
    }
  }

  /** What is no event: answered with success, as it would be the same at every further try. */
  enum Ignored implements Report {
    /** About a message that carries none of our ids: no journey sent it. */
    NOT_OURS,
    /** Of a kind that no metric knows, such as a mail that is tried again later. */
    OTHER_KIND
  }
}
