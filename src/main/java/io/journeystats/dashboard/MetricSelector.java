package io.journeystats.dashboard;

import io.journeystats.http.InvalidInputException;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.Journey;
import io.journeystats.journey.Step;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.AttributionMetrics;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.ChannelMetrics;
import io.journeystats.metric.DeliveryIssueMetrics;
import io.journeystats.metric.DurationMeasure;
import io.journeystats.metric.FlowMetrics;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.HealthMetrics;
import io.journeystats.metric.LinkMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.StepMetrics;
import io.journeystats.metric.TimeSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number of a journey as a caller names it, unchecked: its metric, and its place in the
 * dashboards.
 *
 * @param metric the metric's key there
 * @param channel about which channel
 * @param step about which step
 * @param goal about which goal, or measured by which
 * @param link on which link; empty for clicks that name none
 * @param reason for which reason messages were not delivered
 * @param attribution to which messages conversions count
 * @param passage what follows what on trips
 */
public record MetricSelector(
    @Nullable String metric,
    @Nullable String channel,
    @Nullable String step,
    @Nullable String goal,
    @Nullable String link,
    @Nullable String reason,
    AttributionParameters attribution,
    PassageSelector passage) {
  /** Another name of the users who clicked on a link. */
  private static final String CLICKED = "clicked";

  private static final String PASSAGES = "passages";

  /**
   * The metric, of what is named only.
   *
   * @throws InvalidInputException if there is no such metric, or users do not contribute to it
   */
  public Metric resolve(Journey journey) {
    Metric found =
        metrics(journey)
            .filter(one -> one.key().equals(key()))
            .findFirst()
            .orElseThrow(() ->
                new InvalidInputException(
                    "metric",
                    "must be the key of a metric of the place that is named; a goal's need goal"));
    if (found.contributions().isEmpty()) {
      throw new InvalidInputException(
          "metric", "is not made of what users did in the period; what a goal measures needs goal");
    }
    return found;
  }

  private @Nullable String key() {
    return link != null && Objects.equals(metric, CLICKED) ? "clicked_users" : metric;
  }

  /** What it is about, for people: the step, the goal or the channel; empty where about all. */
  Optional<String> subject(Journey journey) {
    return Optional.ofNullable(step)
        .map(id -> journey.step(id).map(Step::name).orElse(id))
        .or(() -> Optional.ofNullable(goal).flatMap(journey::goal).map(Goal::name))
        .or(() -> Optional.ofNullable(channel).flatMap(Channel::find).map(Channel::title));
  }

  private Stream<Metric> metrics(Journey journey) {
    if (Objects.equals(metric, PASSAGES)) {
      if (channel != null || step != null || goal != null || reason != null) {
        throw new InvalidInputException(
            "metric", "passages goes with from_step, to_step and end alone");
      }
      return Stream.of(
          FlowMetrics.passages(
              Optional.ofNullable(passage.fromStep()), passage.next(), steps(journey)));
    }
    if (passage.isNamed()) {
      throw new InvalidInputException("metric", "must be passages with from_step, to_step or end");
    }
    if (reason != null) {
      if (channel == null || step != null || goal != null) {
        throw new InvalidInputException("reason", "goes with a channel alone");
      }
      return DeliveryIssueMetrics.of(channel(channel)).all().stream()
          .map(one -> one.because(reason));
    }
    if (link != null) {
      if (channel == null || step == null || goal != null) {
        throw new InvalidInputException("link_url", "goes with a channel and a step");
      }
      return LinkMetrics.of(channel(channel)).at(step).ofLink().stream().map(one -> one.on(link));
    }
    Optional<Goal> chosen = Optional.ofNullable(goal).map(id -> goal(journey, id));
    Optional<Attribution> rule = attribution.resolve(journey, chosen);
    if (rule.isPresent() && channel == null) {
      throw new InvalidInputException("attribution", "goes with a channel");
    }
    if (channel != null && step != null) {
      return Stream.concat(
              ChannelTables.columns(channel(channel), chosen, rule).stream(),
              durations(channel(channel)))
          .map(one -> one.at(step));
    }
    if (rule.isPresent() && channel != null) {
      return AttributionMetrics.of(channel(channel), rule.get()).all().stream();
    }
    if (chosen.isPresent() && (channel != null || step != null)) {
      throw new InvalidInputException("goal", "goes with a message, or alone");
    }
    if (channel != null) {
      return Stream.concat(
          ChannelMetrics.of(channel(channel)).stream(), durations(channel(channel)));
    }
    if (step != null) {
      return Stream.concat(
          StepMetrics.ALL.stream().map(one -> one.at(step)),
          Stream.concat(
              DurationMeasure.TIME_IN_STEP.metrics(new TimeSpan.InStep(step)).stream(),
              FlowMetrics.of(step, steps(journey)).stream()));
    }
    return chosen.map(MetricSelector::ofGoal).orElseGet(() -> ofJourney().stream());
  }

  private static List<String> steps(Journey journey) {
    return journey.steps().stream().map(Step::id).toList();
  }

  private static Stream<Metric> ofGoal(Goal goal) {
    return Stream.of(
            GoalMetrics.of(goal).all().stream(),
            Stream.of(GoalMetrics.withoutValue(goal)),
            DurationMeasure.TIME_TO_CONVERT.metrics(new TimeSpan.ToConvert(goal)).stream())
        .flatMap(metrics -> metrics);
  }

  private static Stream<Metric> durations(Channel channel) {
    return DurationMeasure.OF_MESSAGES.stream()
        .flatMap(measure -> measure.metrics(measure.of(channel)).stream());
  }

  private static List<Metric> ofJourney() {
    return Stream.concat(AudienceMetrics.ALL.stream(), HealthMetrics.ALL.stream())
        .distinct()
        .toList();
  }

  private static Channel channel(String key) {
    return Channel.find(key)
        .orElseThrow(() -> new InvalidInputException("channel", "must be " + Channel.KEYS));
  }

  private static Goal goal(Journey journey, String id) {
    return journey
        .goal(id)
        .orElseThrow(
            () -> new InvalidInputException("goal", "must be the id of a goal of the journey"));
  }
}
