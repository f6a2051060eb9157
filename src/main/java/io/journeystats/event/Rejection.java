package io.journeystats.event;

import io.journeystats.http.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that was refused, as the sender is told.
 *
 * @param index its position in the request, from 0
 * @param eventId its id, null where it has none
 * @param errors all that is wrong with it
 */
public record Rejection(long index, @Nullable String eventId, List<FieldError> errors) {
  /** Copies the list. */
  public Rejection {
    errors = List.copyOf(errors);
  }
}
