package io.journeystats.app;

import com.github.benmanes.caffeine.cache.Ticker;
import io.dropwizard.core.setup.Environment;
import io.journeystats.audit.AuditFeature;
import io.journeystats.audit.AuditLog;
import io.journeystats.cache.CachingStatistics;
import io.journeystats.cache.QueryLimiter;
import io.journeystats.cache.QueryLimits;
import io.journeystats.clickhouse.ChangeWatch;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseHealthCheck;
import io.journeystats.clickhouse.DiskSpaceHealthCheck;
import io.journeystats.clickhouse.MigrationsHealthCheck;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.dashboard.AnswerFilter;
import io.journeystats.dashboard.AudienceResource;
import io.journeystats.dashboard.CommunicationsResource;
import io.journeystats.dashboard.ContributorsResource;
import io.journeystats.dashboard.DurationsResource;
import io.journeystats.dashboard.FlowResource;
import io.journeystats.dashboard.GoalResource;
import io.journeystats.dashboard.HealthResource;
import io.journeystats.dashboard.JourneyListResource;
import io.journeystats.dashboard.JourneyStatisticsFactory;
import io.journeystats.dashboard.MetricListResource;
import io.journeystats.dashboard.PerformanceResource;
import io.journeystats.dashboard.StepsResource;
import io.journeystats.dashboard.TimelineResource;
import io.journeystats.dashboard.UserJourneysResource;
import io.journeystats.dashboard.UserListResource;
import io.journeystats.erasure.Tombstones;
import io.journeystats.event.EventIntake;
import io.journeystats.event.EventQuota;
import io.journeystats.event.EventResource;
import io.journeystats.event.EventWriter;
import io.journeystats.event.ImportResource;
import io.journeystats.event.RejectedEvents;
import io.journeystats.event.StoredTimes;
import io.journeystats.export.ChannelCsvResource;
import io.journeystats.export.ContributorsCsvResource;
import io.journeystats.export.CsvDesk;
import io.journeystats.export.CsvDownloads;
import io.journeystats.export.DurationsCsvResource;
import io.journeystats.export.ExportFileResource;
import io.journeystats.export.ExportResource;
import io.journeystats.export.Exports;
import io.journeystats.export.FlowCsvResource;
import io.journeystats.export.GoalCsvResource;
import io.journeystats.export.GoalListCsvResource;
import io.journeystats.export.LinkCsvResource;
import io.journeystats.export.UserCsvResource;
import io.journeystats.export.UserResource;
import io.journeystats.http.ClientConnection;
import io.journeystats.http.EncodedPathHandler;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.ProblemErrorHandler;
import io.journeystats.http.RequestBody;
import io.journeystats.http.RequestTrace;
import io.journeystats.http.UnreadBodyHandler;
import io.journeystats.http.WireFeature;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.JourneyResource;
import io.journeystats.openapi.ApiDescription;
import io.journeystats.openapi.DocumentationResource;
import io.journeystats.openapi.OpenApiResource;
import io.journeystats.rollup.ErasureResource;
import io.journeystats.rollup.JourneyEraser;
import io.journeystats.rollup.PartMerger;
import io.journeystats.rollup.RollupTask;
import io.journeystats.rollup.TenantEraser;
import io.journeystats.rollup.UserEraser;
import io.journeystats.sql.ClickHouseStatistics;
import io.journeystats.sql.ConversionMaterializer;
import io.journeystats.sql.MaterializedGoals;
import io.journeystats.sql.StreamedTables;
import io.journeystats.sql.UserEventsExport;
import io.journeystats.tenant.ApiKeyResource;
import io.journeystats.tenant.AuthenticationFeature;
import io.journeystats.tenant.EndedSessions;
import io.journeystats.tenant.LimitGauges;
import io.journeystats.tenant.ServiceHistoryResource;
import io.journeystats.tenant.SessionResource;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantHistoryResource;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.TenantResource;
import io.journeystats.tenant.TenantUsage;
import io.journeystats.tenant.TenantUsageResource;
import io.journeystats.tenant.Tenants;
import io.journeystats.webhook.WebhookIntake;
import io.journeystats.webhook.WebhookResource;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;

/**
 * The parts of the service, put together in reading order.
 *
 * @param clickHouse where everything is kept
 * @param tenants who asks
 * @param journeys what is measured
 * @param intake how events come in
 * @param statistics what answers
 */
public record Service(
    ClickHouse clickHouse,
    Tenants tenants,
    JourneyCatalogue journeys,
    EventIntake intake,
    CachingStatistics statistics) {

  /** What paths begin with in which ids stand that clients make up. */
  private static final String JOURNEYS = "/api/v1/journeys/";

  /**
   * Puts the service together on an open ClickHouse whose schema it brings up to date.
   *
   * @param operatorKey the operator's secret; empty where there is no operator
   * @param clock tells what now is
   * @param ticker tells how old remembered answers are
   */
  static Service start(
      JourneyStatsConfiguration configuration,
      Environment environment,
      ClickHouse clickHouse,
      Optional<String> operatorKey,
      InstantSource clock,
      Ticker ticker) {
    var migrator = new Migrator(clickHouse);
    migrator.migrate();

    var watch =
        configuration.isAlone()
            ? ChangeWatch.alone(clickHouse, "changes")
            : new ChangeWatch(clickHouse.dsl("changes"), configuration.erasure().lookInterval());
    var tenants =
        new Tenants(clickHouse.dsl("tenants"), configuration.limits().ofTenant(), clock, watch);
    var journeys =
        new JourneyCatalogue(
            clickHouse.dsl("journeys"),
            configuration.limits().memory(),
            tenants::limits,
            clock,
            watch);
    environment.lifecycle().manage(tenants);
    environment.lifecycle().manage(journeys);

    var tombstones = new Tombstones(clickHouse.dsl("tombstones"), configuration.erasure(), watch);
    environment.lifecycle().manage(tombstones);
    Function<TenantId, Optional<TenantData>> data =
        id -> tenants.find(id).map(tenant -> tenant.data(clock.instant()));

    var fillings = new MaterializedGoals(clickHouse.dsl("stats.fillings"));
    var filler =
        new ConversionMaterializer(
            clickHouse,
            fillings,
            new CatalogueGoals(tenants, journeys, configuration.rollup()),
            configuration.rollup(),
            ticker);
    environment.lifecycle().manage(filler);
    var roller =
        new RollupTask(clickHouse, configuration.rollup(), configuration.isAlone(), filler::accept);
    watch.add(roller);
    environment.lifecycle().manage(roller);
    environment.lifecycle().manage(new PartMerger(clickHouse));
    var journeyEraser =
        new JourneyEraser(clickHouse, journeys, configuration.limits().erasure(), clock);
    environment.lifecycle().manage(journeyEraser);
    environment.admin().addTask(new RebuildTask(roller, filler));

    Executor queries = Executors.newVirtualThreadPerTaskExecutor();
    var turnstile = new QueryLimiter(QueryLimits.of(configuration.clickhouse().statistics()));
    var statistics =
        new CachingStatistics(
            new ClickHouseStatistics(
                clickHouse.statistics("stats"), fillings, filler, roller.arrivals()),
            turnstile,
            configuration.cache(),
            () -> configuration.isAlone() && tenants.troubles().isEmpty(),
            clock,
            ticker,
            queries,
            tombstones::epoch);
    var rejectedEvents = new RejectedEvents(clickHouse, tombstones, tenants::limits);
    var held = configuration.requests().memory().limiter();
    var processors = configuration.requests().turns();
    var eventQuota = new EventQuota(clickHouse, tenants::limits, System::nanoTime);
    var intake =
        new EventIntake(
            journeys,
            id -> data.apply(id).orElseThrow(Service::tenantIsGone),
            new EventWriter(
                clickHouse,
                tombstones,
                () -> {
                  roller.doubt();
                  statistics.doubt();
                }),
            rejectedEvents,
            eventQuota,
            tombstones,
            clock,
            batch -> {
              roller.arrive(batch.tenant(), batch.byJourney().keySet());
              statistics.forget(batch);
            },
            held,
            processors);

    ClientGoneFilter.install();
    var jersey = environment.jersey();
    jersey.register(new WireFeature());
    jersey.register(new StoreUnavailableMapper());
    var sessions = configuration.keys().sessions(clock);
    var endedSessions = new EndedSessions(clickHouse.dsl("sessions"), sessions.lifetime(), watch);
    environment.lifecycle().manage(endedSessions);
    var audit = new AuditLog(clickHouse, configuration.audit(), clock);
    environment.lifecycle().manage(audit);
    jersey.register(new AuditFeature(audit));
    var authentication =
        new AuthenticationFeature(
            tenants, operatorKey, sessions, endedSessions, configuration.keys().attempts(), audit);
    jersey.register(authentication);
    jersey.register(new SessionResource(authentication, sessions, endedSessions, clock, audit));
    jersey.register(new TenantResource(tenants));
    jersey.register(new TenantHistoryResource(tenants, audit));
    jersey.register(new ServiceHistoryResource(audit));
    jersey.register(new ApiKeyResource(tenants));
    jersey.register(
        new TenantUsageResource(
            tenants,
            LimitSettings.used(tenants, journeys, rejectedEvents::used, eventQuota::used),
            tenant -> eventQuota.acceptedByDay(tenant, TenantUsage.DAYS),
            eventQuota::storedBytes));
    jersey.register(new JourneyResource(journeys));
    var bodies = new RequestBody();
    var turns = configuration.ingestion().turns();
    jersey.register(
        new EventResource(
            intake, rejectedEvents, bodies, configuration.ingestion().memory(), turns));
    jersey.register(
        new ImportResource(
            intake, bodies, configuration.ingestion().importPlaces(), System::nanoTime));
    var webhooks = new WebhookIntake(intake, new StoredTimes(clickHouse), turns);
    jersey.register(
        new WebhookResource(
            configuration.webhooks(),
            tenants,
            webhooks,
            bodies,
            configuration.ingestion().memoryOfWebhooks(),
            clock));
    var desk = new JourneyStatisticsFactory(journeys, statistics, clock);
    jersey.register(new JourneyListResource(desk));
    jersey.register(new PerformanceResource(desk));
    jersey.register(new AudienceResource(desk));
    jersey.register(new MetricListResource());
    jersey.register(new StepsResource(desk));
    jersey.register(new DurationsResource(desk));
    jersey.register(new FlowResource(desk));
    jersey.register(new ContributorsResource(desk));
    jersey.register(new UserListResource(desk));
    jersey.register(new CommunicationsResource(desk));
    jersey.register(new GoalResource(desk));
    jersey.register(new TimelineResource(desk));
    jersey.register(new UserJourneysResource(desk));
    jersey.register(new HealthResource(desk));
    var stored =
        new StreamedTables(clickHouse.byteQueries(), clickHouse.exports("csv.count"), fillings);
    var exports =
        Exports.of(
            clickHouse.dsl("exports"),
            configuration.exports().open(),
            data,
            journeys,
            new ClickHouseStatistics(clickHouse.exports("export"), fillings),
            stored,
            held,
            configuration.exports().settings(),
            clock,
            watch);
    environment.lifecycle().manage(exports);
    var eraser =
        new UserEraser(
            clickHouse,
            tombstones,
            exports::forgetFiles,
            (tenant, ended, longest) ->
                statistics.renew(
                    tenant,
                    ended.stream().map(JourneyId::new).collect(Collectors.toSet()),
                    tombstones.nextEpoch(tenant),
                    longest),
            configuration.erasure(),
            clock);
    environment.lifecycle().manage(eraser);
    jersey.register(new ErasureResource(tombstones));
    var tenantEraser =
        new TenantEraser(
            clickHouse,
            tenants,
            List.of(
                journeys::remove,
                rejectedEvents::remove,
                exports::remove,
                tenant -> audit.removeAll(tenant.value())),
            configuration.limits().erasure(),
            clock);
    environment.lifecycle().manage(tenantEraser);
    environment.admin().addTask(new EraseTask(journeyEraser::erase, tenantEraser::erase));
    jersey.register(new ExportResource(exports, journeys, clock));
    jersey.register(new ExportFileResource(exports));
    var downloads =
        new CsvDownloads(configuration.downloads().places(), configuration.downloads().pace());
    jersey.register(
        new UserResource(eraser, new UserEventsExport(clickHouse.byteQueries()), downloads));
    var csv = new CsvDesk(desk, stored, downloads);
    jersey.register(new UserCsvResource(csv));
    jersey.register(new DurationsCsvResource(csv));
    jersey.register(new FlowCsvResource(csv));
    jersey.register(new ContributorsCsvResource(csv));
    jersey.register(new GoalListCsvResource(csv));
    jersey.register(new GoalCsvResource(csv));
    jersey.register(new ChannelCsvResource(csv));
    jersey.register(new LinkCsvResource(csv));
    jersey.register(new VersionResource());
    var description = new ApiDescription(VersionResource.build(), UserInterface.PATHS);
    jersey.register(description);
    jersey.register(new OpenApiResource(description));
    jersey.register(new DocumentationResource());
    jersey.register(
        new AnswerFilter(environment.getObjectMapper(), configuration.cache().busyLifetime()));
    jersey.register(new ClientDisconnectedMapper());
    UserInterface.find(environment.getApplicationContext())
        .ifPresent(environment.getApplicationContext()::insertHandler);
    var admission = configuration.requests().admission(authentication, held, processors);
    var minimumRate =
        configuration
            .requests()
            .minimumRate(
                request -> Request.getPathInContext(request).startsWith(ImportResource.PATH),
                configuration.ingestion().longestImport());
    var connections = configuration.requests().connectionLimit(configuration.proxies()::isTrusted);
    environment.getApplicationContext().insertHandler(admission);
    environment.getApplicationContext().insertHandler(minimumRate);
    environment
        .getApplicationContext()
        .insertHandler(new ClientConnection.Connector(configuration.proxies()));
    UnreadBodyHandler.install(environment);
    environment.getApplicationContext().insertHandler(connections);
    environment.getApplicationContext().insertHandler(new EncodedPathHandler(JOURNEYS));
    environment.getApplicationContext().insertHandler(new RequestTrace.Tracer(description::paths));
    environment.getApplicationContext().getServletHandler().setDecodeAmbiguousURIs(true);
    environment
        .getAdminContext()
        .insertHandler(new AdminGuard(configuration.admin().names(), authentication));
    environment.getAdminContext().insertHandler(new RequestTrace.Tracer(() -> AdminGuard.PATHS));
    environment.getAdminContext().setErrorHandler(new ProblemErrorHandler());
    environment.getApplicationContext().setErrorHandler(new ProblemErrorHandler());
    // For what is refused before it has reached the context.
    environment
        .lifecycle()
        .addServerLifecycleListener(server -> {
          server.setErrorHandler(new ProblemErrorHandler());
          RequestLimits.apply(server, connections);
        });

    environment.healthChecks().register("clickhouse", new ClickHouseHealthCheck(clickHouse));
    environment.healthChecks().register("disk", new DiskSpaceHealthCheck(clickHouse));
    environment.healthChecks().register("migrations", new MigrationsHealthCheck(migrator));
    environment.healthChecks().register("tenants", new TroublesHealthCheck(tenants::troubles));
    environment.healthChecks().register("journeys", new TroublesHealthCheck(journeys::troubles));
    environment.healthChecks().register("erasures", new TroublesHealthCheck(tombstones::troubles));
    environment.healthChecks().register("exports", new TroublesHealthCheck(exports::troubles));
    Metrics.expose(environment, statistics.figures(), turnstile, roller, webhooks.figures());
    Metrics.expose(environment.metrics(), admission, minimumRate, connections);
    Metrics.expose(environment.metrics(), audit);
    Metrics.expose(
        environment.metrics(),
        tenants,
        new LimitGauges(
            tenants,
            LimitSettings.used(tenants, journeys, rejectedEvents::known, eventQuota::known)),
        tenantEraser);
    return new Service(clickHouse, tenants, journeys, intake, statistics);
  }

  private static NotFoundException tenantIsGone() {
    return new NotFoundException("The tenant is no longer there.");
  }
}
