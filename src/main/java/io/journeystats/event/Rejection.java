package io.journeystats.event;

import io.journeystats.http.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rejected event in a response.
 *
 * @param index the position in the request, from 0
 * @param eventId the id; null if the event has none
 * @param errors the errors
 */
public record Rejection(long index, @Nullable String eventId, List<FieldError> errors) {
  /** Copies the list. */
  public Rejection {
    errors = List.copyOf(errors);
  }
}
