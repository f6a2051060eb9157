package io.journeystats.dashboard;

import io.journeystats.http.InvalidInputException;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.Journey;
import io.journeystats.journey.Step;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.ChannelMetrics;
import io.journeystats.metric.DeliveryIssueMetrics;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.HealthMetrics;
import io.journeystats.metric.LinkMetrics;
import io.journeystats.metric.MessageMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.StepMetrics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number of a journey as a caller names it, unchecked: its metric, and the place where it stands.
 *
 * @param metric the metric's key there
 * @param channel about which channel
 * @param step about which step
 * @param goal about which goal, or measured by which
 * @param link on which link; empty for clicks that name none
 * @param reason for which reason messages were not delivered
 */
public record AskedNumber(
    @Nullable String metric,
    @Nullable String channel,
    @Nullable String step,
    @Nullable String goal,
    @Nullable String link,
    @Nullable String reason) {
  /** Another name of the users who clicked on a link. */
  private static final String CLICKED = "clicked";

  /**
   * The metric, of what is named only.
   *
   * @throws InvalidInputException where there is none of the name, or users do not stand behind it
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
    if (found.deeds().isEmpty()) {
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
    if (channel != null && step != null) {
      return MessageMetrics.of(channel(channel), chosen).stream().map(one -> one.at(step));
    }
    if (chosen.isPresent() && (channel != null || step != null)) {
      throw new InvalidInputException("goal", "goes with a message, or alone");
    }
    if (channel != null) {
      return ChannelMetrics.of(channel(channel)).stream();
    }
    if (step != null) {
      return StepMetrics.ALL.stream().map(one -> one.at(step));
    }
    return chosen.map(one -> GoalMetrics.of(one).all()).orElse(ofJourney()).stream();
  }

  private static List<Metric> ofJourney() {
    return Stream.concat(AudienceMetrics.ALL.stream(), HealthMetrics.ALL.stream())
        .distinct()
        .toList();
  }

  private static Channel channel(String key) {
    return Channel.find(key)
        .orElseThrow(() ->
            new InvalidInputException("channel", "must be push, in_app, email, sms or whatsapp"));
  }

  private static Goal goal(Journey journey, String id) {
    return journey
        .goal(id)
        .orElseThrow(
            () -> new InvalidInputException("goal", "must be the id of a goal of the journey"));
  }
}
