package io.journeystats.dashboard;

import io.journeystats.http.InvalidInputException;
import io.journeystats.journey.Channel;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.ChannelMetrics;
import io.journeystats.metric.MessageMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.StepMetrics;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters that name a number: where it is shown, and its metric there. */
public final class NumberParameters {
  @QueryParam("metric")
  @Parameter(
      description =
          "The metric's key: one of the audience; with `channel`, of the channel; with `step`, of"
              + " the step; with both, of the message.",
      required = true,
      example = "exits")
  private @Nullable String metric;

  @QueryParam("channel")
  @Parameter(
      description = "The channel that the number is about: push, in_app, email, sms or whatsapp.")
  private @Nullable String channel;

  @QueryParam("step")
  @Parameter(description = "The id of the step that the number is about.")
  private @Nullable String step;

  /** The step that the number is about; empty where it is about all. */
  Optional<String> step() {
    return Optional.ofNullable(step);
  }

  /**
   * The metric.
   *
   * @throws InvalidInputException where there is none of the name, or users do not stand behind it
   */
  Metric metric() {
    Metric found =
        metrics().stream()
            .filter(one -> one.key().equals(metric))
            .findFirst()
            .orElseThrow(() ->
                new InvalidInputException(
                    "metric", "must be the key of a metric of the place that is named"));
    if (found.events().isEmpty()) {
      throw new InvalidInputException("metric", "is not made of events of users in the period");
    }
    return found;
  }

  private List<Metric> metrics() {
    Optional<Channel> about = Optional.ofNullable(channel).map(NumberParameters::channel);
    if (about.isPresent()) {
      return step == null
          ? ChannelMetrics.of(about.get())
          : MessageMetrics.of(about.get(), Optional.empty());
    }
    return step == null ? AudienceMetrics.ALL : StepMetrics.ALL;
  }

  private static Channel channel(String key) {
    return Channel.find(key)
        .orElseThrow(() ->
            new InvalidInputException("channel", "must be push, in_app, email, sms or whatsapp"));
  }
}
