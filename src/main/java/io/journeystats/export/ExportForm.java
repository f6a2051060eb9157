package io.journeystats.export;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.journeystats.csv.CsvStyle;
import io.journeystats.journey.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An export as a caller asks for it, unchecked.
 *
 * @param kind what the rows are
 * @param period the requested period
 * @param from the first day of a custom period
 * @param to the last day of a custom period
 * @param tz the zone of these days
 * @param journeyId which journey
 * @param goal which goal
 * @param channel which channel
 * @param stepId which step
 * @param filters which rows
 * @param bom whether the file begins with a byte order mark
 * @param raw whether texts stay as they are
 */
record ExportForm(
    @Schema(
            requiredMode = REQUIRED,
            implementation = ExportKind.class,
            description =
                "What the file holds: `journeys` are the campaign statistics, one row per journey;"
                    + " all others are about one journey, and as the CSV of the same name.")
        @Nullable String kind,
    @Schema(
            allowableValues = {"all", "today", "yesterday", "7d", "30d", "custom"},
            defaultValue = "all",
            description = "The time asked about, as it is at the moment of the request.")
        @Nullable String period,
    @Schema(format = "date", description = "The first day of a custom period.")
        @Nullable String from,
    @Schema(format = "date", description = "The last day of a custom period, included.")
        @Nullable String to,
    @Schema(description = "The zone of calendar days; the tenant's unless given.")
        @Nullable String tz,
    @Schema(format = "uuid", description = "The journey; not with `journeys`.")
        @Nullable String journeyId,
    @Schema(description = "The id of a goal of the journey.") @Nullable String goal,
    @Schema(implementation = Channel.class, description = "The channel of the messages.")
        @Nullable String channel,
    @Schema(description = "The id of the message's step.") @Nullable String stepId,
    @Nullable ExportFilters filters,
    @Schema(
            defaultValue = "false",
            description =
                "Whether the file begins with a byte order mark, by which spreadsheets know UTF-8.")
        @Nullable Boolean bom,
    @Schema(
            defaultValue = "false",
            description =
                "Whether texts stay as they are, for programs. Otherwise those that a spreadsheet"
                    + " could take for a formula get an apostrophe in front.")
        @Nullable Boolean raw) {

  /** How the file is to be written. */
  CsvStyle style() {
    return new CsvStyle(bom != null && bom, raw != null && raw);
  }

  /** Which rows are wanted. */
  ExportFilters wanted() {
    return filters == null ? ExportFilters.NONE : filters;
  }

  /** The things that were named, by the fields' names. */
  Map<String, String> givenThings() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "journey_id", journeyId);
    put(given, "goal", goal);
    put(given, "channel", channel);
    put(given, "step_id", stepId);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null) {
      given.put(name, value);
    }
  }
}
