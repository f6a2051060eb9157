package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.ATTRIBUTION;

import io.journeystats.journey.Channel;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.Attribution.Touch;
import io.journeystats.metric.AttributionModel;
import io.journeystats.metric.OfMetrics;
import io.journeystats.query.AttributionAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** To which messages conversions count, and what becomes of those of no message of the table. */
@Schema(name = "Attribution")
public record AttributionView(
    @Schema(description = "To which messages a conversion counts.") AttributionModel model,
    @Schema(description = "What is a touch.") Touch touch,
    @OfMetrics(value = ATTRIBUTION, nullWhere = AttributionView.WHERE_ANY)
        @Nullable Number convertedUsers,
    @OfMetrics(value = ATTRIBUTION, nullWhere = AttributionView.WHERE_ANY)
        @Nullable Number otherChannels,
    @OfMetrics(value = ATTRIBUTION, nullWhere = AttributionView.WHERE_ANY)
        @Nullable Number unattributed) {
  static final String WHERE_ANY = "with `any`, where messages share conversions";

  /** Where a conversion counts to every message before it. */
  static final AttributionView ANY =
      new AttributionView(AttributionModel.ANY, Touch.INTERACTION, null, null, null);

  static AttributionView of(Attribution attribution, Channel channel, AttributionAnswer answer) {
    return new AttributionView(
        attribution.model(),
        attribution.touch(),
        answer.convertedUsers(),
        answer.toOthersThan(channel),
        answer.unattributed());
  }
}
