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

/** A change of user erasures, as stored in the change log. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ErasureChange.Erased.class, name = "user_erased"),
  @JsonSubTypes.Type(value = ErasureChange.RowsRemoved.class, name = "erased_rows_removed"),
  @JsonSubTypes.Type(value = ErasureChange.Effective.class, name = "erasures_effective"),
  @JsonSubTypes.Type(value = ErasureChange.Removed.class, name = "erasures_removed")
})
sealed interface ErasureChange {
  /**
   * A user was erased. The subject is the id of the erasure.
   *
   * @param user the hash of the user's id
   * @param before events with an earlier time are erased
   */
  record Erased(UserHash user, Instant before) implements ErasureChange {}

  /**
   * The rows of some users of one tenant were removed from the store.
   *
   * @param positions the log positions of their erasures
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
   * Statistics no longer contain some users of one tenant.
   *
   * @param positions the log positions of their erasures
   */
  record Effective(List<Long> positions) implements ErasureChange {
    /** Copies the list. */
    public Effective {
      positions = List.copyOf(positions);
    }
  }

  /**
   * The bytes of erased users were removed from the disk.
   *
   * @param through the log position up to which this holds
   */
  record Removed(long through) implements ErasureChange {}

  /** Reads stored changes. */
  ObjectReader READER = Json.mapper().readerFor(ErasureChange.class);

  /** Parses an entry of the change log. */
  static ErasureChange of(Change change) {
    try {
      return READER.readValue(change.payload());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(
          "change " + change.id() + " of erasures cannot be read", unreadable);
    }
  }

  /** Returns the change as JSON. */
  default String json() {
    try {
      return Json.mapper().writerFor(ErasureChange.class).writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a change that cannot be written", impossible);
    }
  }
}
