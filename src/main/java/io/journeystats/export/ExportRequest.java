package io.journeystats.export;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeystats.csv.CsvStyle;
import io.journeystats.journey.JourneyId;
import io.journeystats.query.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an export is about, as a value: equal questions have the same file. Its time is that of the
 * moment in which it was asked, however long the job waits.
 *
 * @param kind what the rows are
 * @param period the period as it was asked for
 * @param from the first instant; empty where there is no bound
 * @param to the first instant after it; empty where there is no bound
 * @param timeZone the IANA name of the zone of its days
 * @param journey which journey; empty where it is about all
 * @param goal which goal, by its id
 * @param channel which channel, by its key
 * @param step which step, by its id
 * @param filters which rows
 * @param written how the file is written; empty where as usual
 */
record ExportRequest(
    ExportKind kind,
    String period,
    Optional<Instant> from,
    Optional<Instant> to,
    String timeZone,
    Optional<JourneyId> journey,
    Optional<String> goal,
    Optional<String> channel,
    Optional<String> step,
    ExportFilters filters,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<CsvStyle> written) {

  /** The period for a file's name: its days, or the name where it has no bounds. */
  String days() {
    ZoneId zone = ZoneId.of(timeZone);
    return from.flatMap(
            first -> to.map(end -> LocalDate.ofInstant(first, zone) + " to " + lastDay(end, zone)))
        .orElse(period);
  }

  private static LocalDate lastDay(Instant end, ZoneId zone) {
    return LocalDate.ofInstant(end.minusMillis(1), zone);
  }

  /** How the file is written. */
  @JsonIgnore
  CsvStyle style() {
    return written.orElse(CsvStyle.USUAL);
  }

  /** The time that it is about. */
  TimeRange range() {
    return new TimeRange(from, to);
  }
}
