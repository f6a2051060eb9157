package io.journeystats.dashboard;

import io.journeystats.http.InputErrors;
import io.journeystats.journey.Goal;
import io.journeystats.journey.Journey;
import io.journeystats.journey.Step;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.Attribution.Touch;
import io.journeystats.metric.AttributionModel;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters that say to which messages a goal's conversions count. */
public final class AttributionParameters {
  @QueryParam("attribution")
  @Parameter(
      description =
          "To which messages a conversion counts: `any`, each that the user interacted with before"
              + " it; `last` or `first`, only the one of the last or the first touch, in any"
              + " channel. `last` and `first` count each user's first conversion of the period."
              + " Without a goal there are no conversions.",
      schema =
          @Schema(
              allowableValues = {"any", "last", "first"},
              defaultValue = "any"))
  private @Nullable String attribution;

  @QueryParam("touch")
  @Parameter(
      description =
          "What is a touch for `last` and `first`: `interaction`, an interaction of the channel;"
              + " `opened_else_sent`, that the message was opened, read or interacted with, and"
              + " only where there is none of these that it was sent or shown. `any` is always"
              + " about interactions.",
      schema =
          @Schema(
              allowableValues = {"interaction", "opened_else_sent"},
              defaultValue = "interaction"))
  private @Nullable String touch;

  /**
   * The rule that is meant; empty where a conversion counts to every message before it, or no goal
   * is chosen.
   *
   * @param goal the goal of the conversions, if one is chosen
   * @throws io.journeystats.http.InvalidInputException naming everything that cannot be understood
   */
  public Optional<Attribution> resolve(Journey journey, Optional<Goal> goal) {
    InputErrors errors = new InputErrors();
    Optional<AttributionModel> model =
        attribution == null
            ? Optional.of(AttributionModel.ANY)
            : AttributionModel.find(attribution);
    Optional<Touch> touched = touch == null ? Optional.of(Touch.INTERACTION) : Touch.find(touch);
    errors.require(model.isPresent(), "attribution", "must be any, last or first");
    errors.require(touched.isPresent(), "touch", "must be interaction or opened_else_sent");
    errors.throwIfAny();
    return goal.filter(_ -> model.orElseThrow() != AttributionModel.ANY)
        .map(one ->
            new Attribution(
                one,
                model.orElseThrow(),
                touched.orElseThrow(),
                journey.steps().stream().map(Step::id).toList()));
  }
}
