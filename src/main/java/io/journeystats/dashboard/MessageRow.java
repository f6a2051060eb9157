package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.MESSAGE;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.journeystats.metric.OfMetrics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message of a channel's table. */
public record MessageRow(
    String stepId,
    String name,
    @JsonAnyGetter @OfMetrics(MESSAGE) Map<String, @Nullable Number> figures) {}
