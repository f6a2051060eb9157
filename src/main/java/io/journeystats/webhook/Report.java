package io.journeystats.webhook;

import io.journeystats.journey.Channel;
import java.time.Instant;
import java.util.Optional;

/** A provider's report: a fact about a journey's message, or something to ignore. */
sealed interface Report {

  /**
   * Classifies a report.
   *
   * @param ids the ids that the sender attached to the message
   * @param outcome the outcome of the message; empty if no event type corresponds to it
   * @param channel the channel of the message
   * @param time the time of the outcome, as text
   * @param eventId the event id, which is the same for repeated reports
   */
  static Report of(
      MessageIds ids, Optional<Outcome> outcome, Channel channel, String time, String eventId) {
    if (!ids.nameJourney()) {
      return Ignored.NOT_OURS;
    }
    return outcome
        .<Report>map(known -> new Fact(ids, known, channel, time, eventId))
        .orElse(Ignored.OTHER_KIND);
  }

  /**
   * The outcome of a message: an event that is not validated yet.
   *
   * @param ids the ids that the sender attached to the message
   * @param outcome the outcome of the message
   * @param channel the channel of the message
   * @param time the time of the outcome, as text
   * @param eventId the event id, which is the same for repeated reports
   */
  record Fact(MessageIds ids, Outcome outcome, Channel channel, String time, String eventId)
      implements Report {
    Fact at(Instant other) {
      return new Fact(ids, outcome, channel, other.toString(), eventId);
    }
  }

  /** A report to ignore. It is answered with success, since a retry would not change it. */
  enum Ignored implements Report {
    /** A report about a message without a journey id, which no journey sent. */
    NOT_OURS,
    /** A kind of report that no metric uses, such as a deferred email. */
    OTHER_KIND
  }
}
