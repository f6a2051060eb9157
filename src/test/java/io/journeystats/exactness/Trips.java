package io.journeystats.exactness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The trips of one user in a journey: "the user's entered events are e₁ … eₙ; trip k holds the
 * user's events of the journey with time in [eₖ, eₖ₊₁), the last one all events from eₙ on".
 *
 * @param entrances the times of the user's entered events, in order
 * @param events the user's events of the journey
 */
record Trips(List<Instant> entrances, List<NaiveEvent> events) {
  private static final List<String> ENDS = List.of("exited", "dropped");

  /** The trips of a user whose events of the journey are these, each once. */
  static Trips of(List<NaiveEvent> ofUser) {
    return new Trips(
        NaiveCounts.ofTypes(ofUser, "entered").stream().map(NaiveEvent::time).sorted().toList(),
        ofUser);
  }

  /** "Entrances = trips". */
  int number() {
    return entrances.size();
  }

  /** The number of the trip that a time lies in, from 1; none before the first entrance. */
  Optional<Integer> at(Instant time) {
    int begun = (int) entrances.stream().filter(entrance -> !entrance.isAfter(time)).count();
    return begun == 0 ? Optional.empty() : Optional.of(begun);
  }

  /** The events of a trip, in no order. */
  List<NaiveEvent> of(int trip) {
    return events.stream().filter(event -> at(event.time()).equals(Optional.of(trip))).toList();
  }

  /**
   * "Its latest exited or dropped event (equal times: exited &lt; dropped) → exited / dropped; none
   * → in_progress for the last trip, entered_again for any other".
   */
  String end(int trip) {
    Optional<NaiveEvent> latest = Optional.empty();
    for (String type : ENDS) {
      for (NaiveEvent event : of(trip)) {
        if (event.is(type) && latest.stream().noneMatch(e -> e.time().isAfter(event.time()))) {
          latest = Optional.of(event);
        }
      }
    }
    return latest.map(NaiveEvent::type).orElse(trip == number() ? "in_progress" : "entered_again");
  }
}
