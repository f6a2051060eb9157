package io.journeystats.export;

import io.journeystats.journey.JourneyId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** What an export is about. */
@Schema(name = "ExportAbout")
record AboutView(
    @Schema(description = "The period as it was asked for.") String period,
    @Schema(description = "The first instant; null where there is no bound.")
        Optional<Instant> from,
    @Schema(description = "The first instant after it; null where there is no bound.")
        Optional<Instant> to,
    @Schema(description = "The zone of its days, by its IANA name.") String tz,
    Optional<JourneyId> journeyId,
    Optional<String> goal,
    Optional<String> channel,
    Optional<String> stepId,
    FiltersView filters,
    @Schema(description = "Whether the file begins with a byte order mark.") boolean bom,
    @Schema(description = "Whether texts stay as they are, for programs.") boolean raw) {
  static AboutView of(ExportRequest question) {
    return new AboutView(
        question.period(),
        question.from(),
        question.to(),
        question.timeZone(),
        question.journey(),
        question.goal(),
        question.channel(),
        question.step(),
        FiltersView.of(question.filters()),
        question.style().bom(),
        question.style().raw());
  }
}
