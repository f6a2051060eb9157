package io.journeystats.export;

import io.journeystats.csv.CsvTable;
import io.journeystats.csv.FileName;
import io.journeystats.dashboard.JourneyFilter;
import io.journeystats.http.InvalidInputException;
import io.journeystats.journey.Journey;
import io.journeystats.journey.Journeys;
import io.journeystats.stats.Asker;
import io.journeystats.stats.CachedStatistics;
import io.journeystats.stats.Statistics;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What each kind of export holds: the same tables that are read at once elsewhere. */
final class ExportTables implements ExportContents {
  private final Journeys journeys;
  private final CachedStatistics statistics;

  ExportTables(Journeys journeys, CachedStatistics statistics) {
    this.journeys = journeys;
    this.statistics = statistics;
  }

  @Override
  public ExportContent of(ExportJob job, Asker asker, Consumer<RowCount> progress) {
    ExportQuestion question = job.question();
    return switch (question.kind()) {
      case JOURNEYS ->
          new ExportContent(
              campaigns(job, statistics.answering(asker), progress),
              FileName.of("Campaign statistics", question.days()));
      case USERS, GOALS, GOAL_CONVERSIONS, MESSAGES, MESSAGE_DAYS, MESSAGE_USERS ->
          throw new InvalidInputException("kind", "cannot be exported yet");
    };
  }

  private CsvTable campaigns(ExportJob job, Statistics answers, Consumer<RowCount> progress) {
    ExportQuestion question = job.question();
    List<Journey> found =
        JourneyFilter.of(question.filters().given()).select(journeys.all(job.tenant()));
    OptionalLong total = OptionalLong.of(found.size());
    progress.accept(new RowCount(0, total));
    return new CampaignStatistics(answers, job.tenant(), question.range())
        .of(found, rows -> progress.accept(new RowCount(rows, total)));
  }
}
