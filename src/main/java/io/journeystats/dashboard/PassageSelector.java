package io.journeystats.dashboard;

import io.journeystats.http.InvalidInputException;
import io.journeystats.metric.FlowPart.Next;
import io.journeystats.metric.TripEnd;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A passage on users' trips as a caller names it, unchecked.
 *
 * @param fromStep the step before; null for the start
 * @param toStep the step that follows
 * @param end how trips end, where no step follows
 */
record PassageSelector(@Nullable String fromStep, @Nullable String toStep, @Nullable String end) {

  /** Tells whether anything of it is named. */
  boolean isNamed() {
    return fromStep != null || toStep != null || end != null;
  }

  /**
   * What follows.
   *
   * @throws InvalidInputException where it is not known, or not one thing
   */
  Next next() {
    if (end != null && toStep != null) {
      throw new InvalidInputException("end", "goes without to_step: trips end or go on");
    }
    if (end != null) {
      return TripEnd.find(end)
          .<Next>map(Next.End::new)
          .orElseThrow(() ->
              new InvalidInputException(
                  "end", "must be exited, dropped, in_progress or entered_again"));
    }
    return Optional.ofNullable(toStep)
        .<Next>map(Next.Visit::new)
        .orElseThrow(
            () -> new InvalidInputException("to_step", "is required for passages without end"));
  }
}
