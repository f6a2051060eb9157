package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.DROP_OFFS;
import static io.journeystats.metric.MetricSet.GOAL;
import static io.journeystats.metric.MetricSet.HEALTH_POINT;
import static io.journeystats.metric.MetricSet.MESSAGES_SENT;

import io.journeystats.metric.OfMetrics;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One bucket of the Campaign health charts. */
public record HealthPoint(
    @Schema(format = "date-time", description = Point.TIME_MEANING) String time,
    @OfMetrics(HEALTH_POINT) @Nullable Number entrances,
    @OfMetrics(MESSAGES_SENT) Map<String, @Nullable Number> messagesSent,
    @OfMetrics(DROP_OFFS) Map<String, @Nullable Number> dropOffs,
    @OfMetrics(value = GOAL, key = "count", each = "The goals' ids.")
        Map<String, @Nullable Number> goalsAchieved) {}
