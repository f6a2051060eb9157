package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** What can happen to a journey, as the log of changes keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JourneyChange.Created.class, name = "created"),
  @JsonSubTypes.Type(value = JourneyChange.Replaced.class, name = "replaced"),
  @JsonSubTypes.Type(value = JourneyChange.Renamed.class, name = "renamed"),
  @JsonSubTypes.Type(value = JourneyChange.Moved.class, name = "moved")
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
}
