package io.journeystats.export;

import io.journeystats.csv.CsvFile;
import io.journeystats.csv.FileName;
import io.journeystats.dashboard.JourneyFilter;
import io.journeystats.dashboard.JourneyStatistics;
import io.journeystats.dashboard.JourneyTables;
import io.journeystats.dashboard.ResolvedPeriod;
import io.journeystats.http.NotFoundException;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.Journeys;
import io.journeystats.journey.RequestJourneys;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.metric.UserState;
import io.journeystats.query.Statistics;
import io.journeystats.query.TimeRange;
import io.journeystats.sql.StreamedTables;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What each kind of export holds: the same tables that are read at once elsewhere, but with time,
 * and never from memory.
 *
 * @param data the events of a tenant that count now; empty where there is no such tenant
 * @param journeys the definitions of journeys
 * @param statistics answers the queries, however long it takes
 * @param stored makes the tables of any number of rows
 * @param memory what the definitions of many journeys take of the heap
 */
record ExportTables(
    Function<TenantId, Optional<TenantData>> data,
    Journeys journeys,
    Statistics statistics,
    StreamedTables stored,
    TenantLimiter memory)
    implements ExportContents {

  @Override
  public CsvFile of(ExportJob job, Consumer<RowCount> progress) {
    ExportRequest question = job.question();
    return switch (question.kind()) {
      case JOURNEYS -> campaigns(job, progress);
      case USERS ->
          tables(job)
              .users(
                  question.filters().given().getOrDefault("search", ""),
                  Optional.ofNullable(question.filters().status()).flatMap(UserState::find));
      case GOALS -> tables(job).goals();
      case GOAL_CONVERSIONS -> tables(job).conversions(question.goal().orElseThrow());
      case MESSAGES -> {
        JourneyTables tables = tables(job);
        yield tables.messages(
            channel(question),
            question.goal().flatMap(tables.statistics().journey()::goal),
            Optional.empty());
      }
      case MESSAGE_DAYS ->
          tables(job).messageDays(channel(question), question.step().orElseThrow());
      case MESSAGE_USERS ->
          tables(job).messageUsers(channel(question), question.step().orElseThrow());
    };
  }

  @Override
  public Optional<Instant> dataFrom(ExportJob job) {
    return dataOf(job).from();
  }

  private TenantData dataOf(ExportJob job) {
    return data.apply(job.tenant())
        .orElseThrow(() -> new NotFoundException("The tenant is no longer there."));
  }

  @Override
  public Optional<String> whyGone(ExportJob job) {
    Optional<TenantData> present = data.apply(job.tenant());
    if (present.isEmpty()) {
      return Optional.of("The tenant was deleted.");
    }
    boolean isDeleted =
        job.question()
            .journey()
            .filter(id -> new RequestJourneys(journeys).head(job.tenant(), id).isEmpty())
            .isPresent();
    return isDeleted
        ? Optional.of("The journey was deleted.")
        : Optional.of("Some of the events in the file are no longer kept.")
            .filter(_ -> hasWhatIsNotKept(job, present.get()));
  }

  private static boolean hasWhatIsNotKept(ExportJob job, TenantData present) {
    TimeRange written =
        job.question()
            .range()
            .intersect(new TimeRange(job.file().flatMap(ExportFile::dataFrom), Optional.empty()));
    Instant start = written.from().orElse(Instant.MIN);
    boolean isEmpty = written.to().filter(end -> !start.isBefore(end)).isPresent();
    return !isEmpty && present.from().filter(start::isBefore).isPresent();
  }

  private static Channel channel(ExportRequest question) {
    return question.channel().flatMap(Channel::find).orElseThrow();
  }

  private JourneyTables tables(ExportJob job) {
    ExportRequest question = job.question();
    Journey journey =
        question
            .journey()
            .flatMap(id -> new RequestJourneys(journeys).find(job.tenant(), id))
            .orElseThrow(() -> new NotFoundException("The journey is no longer there."));
    ResolvedPeriod period =
        new ResolvedPeriod(
            question.period(), question.range(), ZoneId.of(question.timeZone()), job.createdAt());
    // As few jobs run at once, what is in memory for them is bounded.
    return new JourneyTables(
        new JourneyStatistics(dataOf(job), journey, period, statistics, _ -> {}), stored);
  }

  private CsvFile campaigns(ExportJob job, Consumer<RowCount> progress) {
    ExportRequest question = job.question();
    List<JourneyHead> found =
        JourneyFilter.of(question.filters().given()).select(journeys.all(job.tenant()));
    OptionalLong total = OptionalLong.of(found.size());
    progress.accept(new RowCount(0, total));
    return new CsvFile(
        FileName.of("Campaign statistics", question.days()),
        new CampaignStatistics(journeys, statistics, dataOf(job), question.range(), memory)
            .of(found, rows -> progress.accept(new RowCount(rows, total))));
  }
}
