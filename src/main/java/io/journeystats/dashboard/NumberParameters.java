package io.journeystats.dashboard;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The parameters that name a number: where it is shown, and its metric there. */
public final class NumberParameters {
  @QueryParam("metric")
  @Parameter(
      description =
          "The metric's key: one of the audience or of the campaign's health; with `goal`, of the"
              + " goal; with `channel`, of the channel; with `step`, of the step; with `channel`"
              + " and `step`, of the message. Durations have the key of their measure, and trips"
              + " that of the flow.",
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

  @QueryParam("goal")
  @Parameter(
      description =
          "The id of the goal that the number is about, or by which the message is measured.")
  private @Nullable String goal;

  @QueryParam("link_url")
  @Parameter(
      description =
          "Only clicks on the link with this address; with a message's `clicked` (or"
              + " `clicked_users`, `clicks`, `click_rate`). The empty address is that of clicks"
              + " that name none.",
      allowEmptyValue = true)
  private @Nullable String link;

  @QueryParam("reason")
  @Parameter(
      description = "Only delivery issues of this reason; with a channel's `delivery_issues`.")
  private @Nullable String reason;

  @QueryParam("from_step")
  @Parameter(
      description = "With `passages`: the id of the step before; without one, the start of trips.")
  private @Nullable String fromStep;

  @QueryParam("to_step")
  @Parameter(description = "With `passages`: the id of the step that follows.")
  private @Nullable String toStep;

  @QueryParam("end")
  @Parameter(
      description =
          "With `passages`: how trips end where no step follows: exited, dropped, in_progress or"
              + " entered_again.")
  private @Nullable String end;

  private final AttributionParameters attribution;

  /** The parameters of a request. */
  public NumberParameters(@BeanParam AttributionParameters attribution) {
    this.attribution = attribution;
  }

  /** The number that is named. */
  public MetricSelector number() {
    return new MetricSelector(
        metric,
        channel,
        step,
        goal,
        link,
        reason,
        attribution,
        new PassageSelector(fromStep, toStep, end));
  }
}
