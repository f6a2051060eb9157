package io.journeystats.metric;

import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of all metrics, grouped by the place that shows them, in display order. */
public final class MetricCatalogue {
  /** A placeholder for the requested goal. */
  static final Goal ANY_GOAL =
      new Goal(
          "goal",
          "the goal",
          Optional.empty(),
          Optional.empty(),
          Goal.DEFAULT_CONVERSION_PERIOD_DAYS);

  /** A placeholder for the requested attribution. */
  static final Attribution ANY_ATTRIBUTION =
      new Attribution(ANY_GOAL, AttributionModel.LAST, Attribution.Touch.INTERACTION, List.of());

  /** A placeholder for a query without a goal. */
  static final Optional<Goal> NO_GOAL = Optional.empty();

  /** A placeholder for the requested step. */
  static final String ANY_STEP = "the step";

  private MetricCatalogue() {}

  /** All metrics, by the place that shows them. */
  public static List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    groups.add(new Group("Audience", AudienceMetrics.ALL));
    groups.add(
        new Group(
            "Performance",
            Stream.concat(
                    GoalMetrics.of(ANY_GOAL).all().stream(),
                    Stream.of(
                        GoalMetrics.withoutValue(ANY_GOAL),
                        GoalMetrics.goalsReached(List.of(ANY_GOAL))))
                .toList()));
    groups.add(new Group("Steps", StepMetrics.ALL));
    groups.add(new Group("Flow", FlowMetrics.of(ANY_STEP, List.of())));
    groups.add(
        new Group(
            "Flow: passages",
            List.of(
                FlowMetrics.passages(
                    Optional.of(ANY_STEP), new FlowPart.Next.Visit("the next step"), List.of()))));
    groups.add(
        new Group(
            "Durations: goals and steps",
            Stream.of(DurationMeasure.TIME_TO_CONVERT, DurationMeasure.TIME_IN_STEP)
                .flatMap(measure -> measure.metrics(measure.sample()).stream())
                .toList()));
    for (Channel channel : Channel.values()) {
      groups.add(new Group("Communications: " + channel.title(), ChannelMetrics.of(channel)));
      groups.add(
          new Group(
              "Messages: " + channel.title(), MessageMetrics.of(channel, Optional.of(ANY_GOAL))));
      groups.add(new Group("Links: " + channel.title(), LinkMetrics.of(channel).ofLink()));
      groups.add(
          new Group(
              "Attribution: " + channel.title(),
              AttributionMetrics.of(channel, ANY_ATTRIBUTION).all()));
      groups.add(
          new Group(
              "Durations: " + channel.title(),
              DurationMeasure.OF_MESSAGES.stream()
                  .flatMap(measure -> measure.metrics(measure.of(channel)).stream())
                  .toList()));
    }
    groups.add(new Group("Campaign health", HealthMetrics.ALL));
    groups.add(
        new Group(
            "Campaign health: messages sent by channel",
            Arrays.stream(Channel.values()).map(HealthMetrics::messagesSent).toList()));
    groups.add(new Group("Campaign statistics export", CampaignMetrics.of(List.of(ANY_GOAL))));
    return List.copyOf(groups);
  }

  /**
   * Metrics that are shown together.
   *
   * @param title the name of the place that shows them
   * @param metrics the metrics in display order
   */
  public record Group(String title, List<Metric> metrics) {
    /** Copies the list. */
    public Group {
      metrics = List.copyOf(metrics);
    }
  }
}
