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

/** What can happen to a journey, as the log of changes keeps it. */
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
  /** It came into being, as a draft; perhaps as the copy of another. */
  record Created(JourneyType type, Definition definition, Optional<JourneyId> copyOf)
      implements JourneyChange {}

  /** Title, category, steps and goals became others. */
  record Replaced(Definition definition) implements JourneyChange {}

  /** The title became another. */
  record Renamed(String title) implements JourneyChange {}

  /** It went on in its life cycle. */
  record Moved(JourneyStatus status) implements JourneyChange {}

  /** It is gone, for ever, with its id. */
  record Deleted() implements JourneyChange {
    /**
     * The deletion of a journey.
     *
     * @throws ConflictException where users may still be sent through it
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

  /** Its events are off the disk, too, after it was deleted. */
  record Erased() implements JourneyChange {}

  /** Its tenant is gone, with all of its journeys; stands in the place of all their changes. */
  record TenantDeleted() implements JourneyChange {}

  /** Reads what the log keeps. */
  ObjectReader READER = Json.mapper().readerFor(JourneyChange.class);

  /** A change that cannot be read has no effect: one journey's must not take all others along. */
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

  /** Reads what was read before. */
  static JourneyChange read(byte[] json) {
    try {
      return READER.readValue(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The definition that it holds, if it holds one. */
  default Optional<Definition> newDefinition() {
    return switch (this) {
      case Created created -> Optional.of(created.definition());
      case Replaced replaced -> Optional.of(replaced.definition());
      case Renamed _, Moved _, Deleted _, Erased _, TenantDeleted _ -> Optional.empty();
    };
  }

  /** The same with no more of a definition than its title. */
  default JourneyChange titleOnly() {
    return switch (this) {
      case Created created ->
          new Created(created.type(), created.definition().titleOnly(), created.copyOf());
      case Replaced replaced -> new Replaced(replaced.definition().titleOnly());
      case Renamed _, Moved _, Deleted _, Erased _, TenantDeleted _ -> this;
    };
  }
}
