package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.JOURNEY_LIST;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.JourneyStatus;
import io.journeystats.journey.JourneyType;
import io.journeystats.metric.OfMetrics;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One journey of the list. */
public record JourneyRow(
    JourneyId id,
    String title,
    @Nullable String category,
    JourneyType type,
    JourneyStatus status,
    Instant createdAt,
    @Nullable Instant launchedAt,
    @Nullable Instant endedAt,
    @JsonAnyGetter
        @OfMetrics(
            value = JOURNEY_LIST,
            nullWhere =
                "where counting this journey takes more time or memory than a statement may have")
        Map<String, @Nullable Number> figures) {

  static JourneyRow of(Journey journey, Map<String, @Nullable Number> figures) {
    return new JourneyRow(
        journey.id(),
        journey.title(),
        journey.category().orElse(null),
        journey.type(),
        journey.status(),
        journey.createdAt(),
        journey.launchedAt().orElse(null),
        journey.endedAt().orElse(null),
        figures);
  }
}
