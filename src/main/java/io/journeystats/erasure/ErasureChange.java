package io.journeystats.erasure;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.journeystats.clickhouse.Change;
import io.journeystats.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What can happen to the erasure of a user, as the log of changes keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ErasureChange.Erased.class, name = "user_erased"),
  @JsonSubTypes.Type(value = ErasureChange.RowsRemoved.class, name = "erased_rows_removed"),
  @JsonSubTypes.Type(value = ErasureChange.Effective.class, name = "erasures_effective"),
  @JsonSubTypes.Type(value = ErasureChange.Removed.class, name = "erasures_removed")
})
sealed interface ErasureChange {
  /**
   * A user was erased; the subject is the id of the erasure.
   *
   * @param user the hash of the user's id
   * @param before events with a time before this are erased
   */
  record Erased(UserHash user, Instant before) implements ErasureChange {}

  /**
   * The store has nothing of these users any more; all belong to one tenant.
   *
   * @param positions the positions of their erasures in the log
   * @param journeys the journeys in which they had events
   */
  record RowsRemoved(List<Long> positions, Set<UUID> journeys) implements ErasureChange {
    /** Copies the collections. */
    public RowsRemoved {
      positions = List.copyOf(positions);
      journeys = Set.copyOf(journeys);
    }
  }

  /**
   * No statistic contains these users any more; all belong to one tenant.
   *
   * @param positions the positions of their erasures in the log
   */
  record Effective(List<Long> positions) implements ErasureChange {
    /** Copies the list. */
    public Effective {
      positions = List.copyOf(positions);
    }
  }

  /**
   * The bytes of erased users are off the disk.
   *
   * @param through the position in the log up to which that holds
   */
  record Removed(long through) implements ErasureChange {}

  /** Reads what the log keeps. */
  ObjectReader READER = Json.mapper().readerFor(ErasureChange.class);

  /** What a change of the log says. */
  static ErasureChange of(Change change) {
    try {
      return READER.readValue(change.payload());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(
          "change " + change.id() + " of erasures cannot be read", unreadable);
    }
  }

  /** The change as the log keeps it. */
  default String json() {
    try {
      return Json.mapper().writerFor(ErasureChange.class).writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a change that cannot be written", impossible);
    }
  }
}
