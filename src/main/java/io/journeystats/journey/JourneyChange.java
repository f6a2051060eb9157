package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.journeystats.clickhouse.Change;
import io.journeystats.http.ConflictException;
import io.journeystats.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** A change of a journey, as stored in the change log. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JourneyChange.Created.class, name = "created"),
  @JsonSubTypes.Type(value = JourneyChange.Replaced.class, name = "replaced"),
  @JsonSubTypes.Type(value = JourneyChange.Renamed.class, name = "renamed"),
  @JsonSubTypes.Type(value = JourneyChange.Moved.class, name = "moved"),
  @JsonSubTypes.Type(value = JourneyChange.Deleted.class, name = "deleted"),
  @JsonSubTypes.Type(value = JourneyChange.Erased.class, name = "erased"),
  @JsonSubTypes.Type(value = JourneyChange.TenantDeleted.class, name = "tenant_deleted")
})
sealed interface JourneyChange {
  /** The journey was created as a draft, possibly as a copy of another. */
  record Created(JourneyType type, Definition definition, Optional<JourneyId> copyOf)
      implements JourneyChange {}

  /** The title, category, steps and goals were replaced. */
  record Replaced(Definition definition) implements JourneyChange {}

  /** The title changed. */
  record Renamed(String title) implements JourneyChange {}

  /** The status changed. */
  record Moved(JourneyStatus status) implements JourneyChange {}

  /** The journey was permanently deleted, with its id. */
  record Deleted() implements JourneyChange {
    /**
     * Creates the deletion of a journey.
     *
     * @throws ConflictException if the journey's status does not allow it
     */
    static Deleted of(JourneyHead journey) {
      if (!journey.status().isDeletable()) {
        throw new ConflictException(
            "The journey is %s; only a draft, stopped or finished one can be deleted."
                .formatted(journey.status().key()));
      }
      return new Deleted();
    }
  }

  /** The events of the deleted journey were removed from the disk. */
  record Erased() implements JourneyChange {}

  /** The tenant was deleted with all of its journeys; replaces all of their changes. */
  record TenantDeleted() implements JourneyChange {}

  /** Reads stored changes. */
  ObjectReader READER = Json.mapper().readerFor(JourneyChange.class);

  /**
   * Parses an entry of the log. An unreadable change has no effect, so that it cannot make all
   * other journeys unavailable.
   */
  static Optional<JourneyChange> read(Change change) {
    try {
      return Optional.of(READER.<JourneyChange>readValue(change.payload()));
    } catch (JsonProcessingException unreadable) {
      LoggerFactory.getLogger(JourneyChange.class)
          .error(
              "Change {} of journey {} cannot be read", change.id(), change.subject(), unreadable);
      return Optional.empty();
    }
  }

  /** Parses a change that is known to be readable. */
  static JourneyChange read(byte[] json) {
    try {
      return READER.readValue(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Returns the definition in this change, if any. */
  default Optional<Definition> newDefinition() {
    return switch (this) {
      case Created created -> Optional.of(created.definition());
      case Replaced replaced -> Optional.of(replaced.definition());
      case Renamed _, Moved _, Deleted _, Erased _, TenantDeleted _ -> Optional.empty();
    };
  }

  /** Returns a copy with only the title of the definition. */
  default JourneyChange titleOnly() {
    return switch (this) {
      case Created created ->
          new Created(created.type(), created.definition().titleOnly(), created.copyOf());
      case Replaced replaced -> new Replaced(replaced.definition().titleOnly());
      case Renamed _, Moved _, Deleted _, Erased _, TenantDeleted _ -> this;
    };
  }
}
