package io.journeystats.dashboard;

import io.journeystats.http.InputErrors;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.Journey;
import io.journeystats.metric.DurationMeasure;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.TimeSpan;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters that name a duration: its measure, and of what. */
public final class DurationParameters {
  @QueryParam("measure")
  @Parameter(
      description =
          "What is measured: time_to_convert, time_to_deliver, time_to_open, time_to_click or"
              + " time_in_step.",
      required = true,
      example = "time_to_open")
  private @Nullable String measure;

  @QueryParam("goal")
  @Parameter(description = "The id of the goal; required for `time_to_convert`.")
  private @Nullable String goal;

  @QueryParam("channel")
  @Parameter(
      description =
          "The channel of the messages, push, in_app, email, sms or whatsapp; required for their"
              + " measures, `time_to_deliver`, `time_to_open` and `time_to_click`.")
  private @Nullable String channel;

  @QueryParam("step_id")
  @Parameter(
      description =
          "The id of the step; required for `time_in_step`. With a measure of messages, only those"
              + " of this step.")
  private @Nullable String stepId;

  /** A duration that was named. */
  public record Named(DurationMeasure measure, TimeSpan span) {}

  /**
   * The duration that is meant.
   *
   * @throws io.journeystats.http.InvalidInputException naming everything that cannot be understood
   */
  public Named resolve(Journey journey) {
    InputErrors errors = new InputErrors();
    Optional<DurationMeasure> found =
        Optional.ofNullable(measure).flatMap(key -> DurationMeasure.find(key));
    errors.require(
        found.isPresent(),
        "measure",
        "must be time_to_convert, time_to_deliver, time_to_open, time_to_click or time_in_step");
    Optional<TimeSpan> span =
        found.flatMap(one ->
            switch (one) {
              case TIME_TO_CONVERT -> toConvert(journey, errors);
              case TIME_TO_DELIVER, TIME_TO_OPEN, TIME_TO_CLICK -> ofMessages(one, errors);
              case TIME_IN_STEP -> inStep(errors);
            });
    errors.throwIfAny();
    return new Named(found.orElseThrow(), span.orElseThrow());
  }

  private Optional<TimeSpan> toConvert(Journey journey, InputErrors errors) {
    errors.require(channel == null, "channel", "goes with the measures of messages only");
    errors.require(stepId == null, "step_id", "does not go with measure=time_to_convert");
    Optional<Goal> found = Optional.ofNullable(goal).flatMap(journey::goal);
    errors.require(
        found.isPresent(),
        "goal",
        goal == null
            ? "is required for measure=time_to_convert"
            : "must be the id of a goal of the journey");
    return found.map(TimeSpan.ToConvert::new);
  }

  private Optional<TimeSpan> ofMessages(DurationMeasure one, InputErrors errors) {
    refuseGoal(errors);
    Optional<Channel> found = Optional.ofNullable(channel).flatMap(Channel::find);
    errors.require(
        found.isPresent(),
        "channel",
        channel == null ? "is required for measure=" + one.key() : "must be " + Channel.KEYS);
    return found.map(one::of).map(span -> stepId == null ? span : at(span, stepId));
  }

  private Optional<TimeSpan> inStep(InputErrors errors) {
    refuseGoal(errors);
    errors.require(channel == null, "channel", "goes with the measures of messages only");
    errors.require(stepId != null, "step_id", "is required for measure=time_in_step");
    return Optional.ofNullable(stepId).map(TimeSpan.InStep::new);
  }

  private void refuseGoal(InputErrors errors) {
    errors.require(goal == null, "goal", "goes with measure=time_to_convert only");
  }

  private static TimeSpan at(TimeSpan span, String step) {
    return span instanceof TimeSpan.OfMessage(EventSelection sends, EventSelection answers)
        ? new TimeSpan.OfMessage(sends.at(step), answers.at(step))
        : span;
  }
}
