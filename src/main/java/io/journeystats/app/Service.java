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
import io.journeystats.dashboard.OverviewResource;
import io.journeystats.dashboard.PerformanceResource;
import io.journeystats.dashboard.StepsResource;
import io.journeystats.dashboard.TimelineResource;
import io.journeystats.dashboard.UserJourneysResource;
import io.journeystats.dashboard.UserListResource;
import io.journeystats.download.CsvDownloads;
import io.journeystats.download.CsvResources;
import io.journeystats.erasure.Tombstones;
import io.journeystats.event.EventIntake;
import io.journeystats.event.EventQuota;
import io.journeystats.event.EventResource;
import io.journeystats.event.EventWriter;
import io.journeystats.event.ImportResource;
import io.journeystats.event.RejectedEvents;
import io.journeystats.event.StoredTimes;
import io.journeystats.export.ExportFileResource;
import io.journeystats.export.ExportResource;
import io.journeystats.export.Exports;
import io.journeystats.export.UserResource;
import io.journeystats.http.ClientConnection;
import io.journeystats.http.EncodedPathHandler;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.ProblemErrorHandler;
import io.journeystats.http.RequestBody;
import io.journeystats.http.RequestTrace;
import io.journeystats.http.ServedPaths;
import io.journeystats.http.UnreadBodyHandler;
import io.journeystats.http.WireFeature;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.JourneyResource;
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
 * The composition of the service.
 *
 * @param clickHouse the store
 * @param tenants the tenants and their API keys
 * @param journeys the journeys
 * @param intake the intake of events
 * @param statistics the statistics
 */
public record Service(
    ClickHouse clickHouse,
    Tenants tenants,
    JourneyCatalogue journeys,
    EventIntake intake,
    CachingStatistics statistics) {

  /** The path prefix below which paths contain ids made up by clients. */
  private static final String JOURNEYS = "/api/v1/journeys/";

  /**
   * Creates the service on an open ClickHouse and migrates its schema.
   *
   * @param operatorKey the operator's secret; if empty, there is no operator
   * @param clock the clock
   * @param ticker measures the age of cached answers
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

    var goals = new MaterializedGoals(clickHouse.dsl("stats.fillings"));
    var materializer =
        new ConversionMaterializer(
            clickHouse,
            goals,
            new CatalogueGoals(tenants, journeys, configuration.rollup()),
            configuration.rollup(),
            ticker);
    environment.lifecycle().manage(materializer);
    var rollup =
        new RollupTask(
            clickHouse, configuration.rollup(), configuration.isAlone(), materializer::accept);
    watch.add(rollup);
    environment.lifecycle().manage(rollup);
    environment.lifecycle().manage(new PartMerger(clickHouse).task());
    var journeyEraser =
        new JourneyEraser(clickHouse, journeys, configuration.limits().erasure(), clock);
    environment.lifecycle().manage(journeyEraser.task());
    environment.admin().addTask(new RebuildTask(rollup, materializer));

    Executor queries = Executors.newVirtualThreadPerTaskExecutor();
    var queryLimiter = new QueryLimiter(QueryLimits.of(configuration.clickhouse().statistics()));
    var statistics =
        new CachingStatistics(
            new ClickHouseStatistics(
                clickHouse.statistics("stats"), goals, materializer, rollup.arrivals()),
            queryLimiter,
            configuration.cache(),
            () -> configuration.isAlone() && tenants.troubles().isEmpty(),
            clock,
            ticker,
            queries,
            tombstones::epoch);
    var rejectedEvents = new RejectedEvents(clickHouse, tombstones, tenants::limits);
    var memory = configuration.requests().memory().limiter();
    var processors = configuration.requests().turns();
    var eventQuota = new EventQuota(clickHouse, tenants::limits, System::nanoTime);
    var intake =
        new EventIntake(
            journeys,
            id -> data.apply(id).orElseThrow(Service::tenantDeleted),
            new EventWriter(
                clickHouse,
                tombstones,
                () -> {
                  rollup.doubt();
                  statistics.doubt();
                }),
            rejectedEvents,
            eventQuota,
            tombstones,
            clock,
            batch -> {
              rollup.arrive(batch.tenant(), batch.byJourney().keySet());
              statistics.markChanged(batch);
            },
            memory,
            processors);

    ClientGoneFilter.install();
    var jersey = environment.jersey();
    jersey.register(new WireFeature());
    jersey.register(new StoreUnavailableMapper());
    var sessions = configuration.keys().sessions(clock);
    var endedSessions = new EndedSessions(clickHouse.dsl("sessions"), sessions.lifetime());
    environment.lifecycle().manage(endedSessions.refreshing(watch));
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
    var factory = new JourneyStatisticsFactory(journeys, statistics, clock);
    jersey.register(new JourneyListResource(factory));
    jersey.register(new OverviewResource(factory));
    jersey.register(new PerformanceResource(factory));
    jersey.register(new AudienceResource(factory));
    jersey.register(new MetricListResource());
    jersey.register(new StepsResource(factory));
    jersey.register(new DurationsResource(factory));
    jersey.register(new FlowResource(factory));
    jersey.register(new ContributorsResource(factory));
    jersey.register(new UserListResource(factory));
    jersey.register(new CommunicationsResource(factory));
    jersey.register(new GoalResource(factory));
    jersey.register(new TimelineResource(factory));
    jersey.register(new UserJourneysResource(factory));
    jersey.register(new HealthResource(factory));
    var stored =
        new StreamedTables(clickHouse.byteQueries(), clickHouse.exports("csv.count"), goals);
    var exports =
        Exports.of(
            clickHouse.dsl("exports"),
            configuration.exports().open(),
            data,
            journeys,
            new ClickHouseStatistics(clickHouse.exports("export"), goals),
            stored,
            memory,
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
    environment.lifecycle().manage(tenantEraser.task());
    environment.admin().addTask(new EraseTask(journeyEraser::erase, tenantEraser::erase));
    jersey.register(new ExportResource(exports, journeys, clock));
    jersey.register(new ExportFileResource(exports));
    var downloads =
        new CsvDownloads(configuration.downloads().places(), configuration.downloads().pace());
    jersey.register(
        new UserResource(eraser, new UserEventsExport(clickHouse.byteQueries()), downloads));
    CsvResources.all(factory, stored, downloads).forEach(jersey::register);
    jersey.register(new VersionResource());
    jersey.register(new OpenApiResource(VersionResource.build()));
    jersey.register(new DocumentationResource());
    var paths = new ServedPaths(UserInterface.PATHS);
    jersey.register(paths);
    jersey.register(
        new AnswerFilter(environment.getObjectMapper(), configuration.cache().busyLifetime()));
    jersey.register(new ClientDisconnectedMapper());
    var context = environment.getApplicationContext();
    UserInterface.find(context).ifPresent(context::insertHandler);
    var admission = configuration.requests().admission(authentication, memory, processors);
    var minimumRate =
        configuration
            .requests()
            .minimumRate(
                request -> Request.getPathInContext(request).startsWith(ImportResource.PATH),
                configuration.ingestion().longestImport());
    var connections = configuration.requests().connectionLimit(configuration.proxies()::isTrusted);
    context.insertHandler(admission);
    context.insertHandler(minimumRate);
    context.insertHandler(new ClientConnection.Connector(configuration.proxies()));
    UnreadBodyHandler.install(environment);
    context.insertHandler(connections);
    context.insertHandler(new EncodedPathHandler(JOURNEYS));
    context.insertHandler(new RequestTrace.Tracer(paths::known));
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    environment
        .getAdminContext()
        .insertHandler(new AdminGuard(configuration.admin().names(), authentication));
    environment.getAdminContext().insertHandler(new RequestTrace.Tracer(() -> AdminGuard.PATHS));
    environment.getAdminContext().setErrorHandler(new ProblemErrorHandler());
    context.setErrorHandler(new ProblemErrorHandler());
    // For requests that are refused before they reach a context.
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
    Metrics.expose(environment, statistics.figures(), queryLimiter, rollup, webhooks.figures());
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

  private static NotFoundException tenantDeleted() {
    return new NotFoundException("The tenant was deleted.");
  }
}
