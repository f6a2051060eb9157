package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.CHANNEL_COUNTS;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.journeystats.metric.OfMetrics;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One bucket of a channel's chart. */
public record ChannelPoint(
    @Schema(format = "date-time", description = Point.TIME_MEANING) String time,
    @JsonAnyGetter @OfMetrics(CHANNEL_COUNTS) Map<String, @Nullable Number> counts) {}
