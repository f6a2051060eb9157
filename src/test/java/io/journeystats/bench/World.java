package io.journeystats.bench;

import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.engine.EmbeddedClickHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A running engine with the data of a run, and the service on top of it. */
final class World implements AutoCloseable {
  private final EmbeddedClickHouse engine;
  private final ServiceProcess service;
  private final Database database;
  private final Api api;
  private final DataSet dataSet;

  private World(
      EmbeddedClickHouse engine,
      ServiceProcess service,
      Database database,
      Api api,
      DataSet dataSet) {
    this.engine = engine;
    this.service = service;
    this.database = database;
    this.api = api;
    this.dataSet = dataSet;
  }

  /** Starts both, and creates the data unless the directory already contains them. */
  static World open(Settings settings, long entrances) throws IOException, InterruptedException {
    Path directory = settings.directory();
    String recipe = DataSet.recipe(settings, entrances);
    boolean usable = DataSet.isUsable(directory, recipe, Instant.now());
    if (!usable) {
      DataSet.clear(directory);
    }
    DataSet dataSet = usable ? DataSet.read(directory) : DataSet.planned(recipe, Instant.now());
    Progress.say((usable ? "Data of an earlier run in " : "New data in ") + directory);
    EmbeddedClickHouse engine = startEngine(directory);
    ServiceProcess service = ServiceProcess.start(settings, engine.endpoint());
    Database database = new Database(engine.endpoint());
    try (Api operator = service.operator()) {
      if (!usable) {
        for (BenchTenant tenant :
            List.of(BenchTenant.MEASURED, BenchTenant.OTHER, BenchTenant.SCRATCH)) {
          tenant.create(operator, dataSet.zone());
        }
        new EventLoader(database, settings.seed(), entrances, dataSet).load();
        dataSet.write(directory);
      }
      Settling.await(database);
      return new World(engine, service, database, BenchTenant.MEASURED.signIn(operator), dataSet);
    }
  }

  private static EmbeddedClickHouse startEngine(Path directory) {
    return EmbeddedClickHouse.start(
        ClickHouseConfiguration.Embedded.of(directory.resolve("clickhouse"), null, 0, null));
  }

  ServiceProcess service() {
    return service;
  }

  Database database() {
    return database;
  }

  /** The process of ClickHouse. */
  ProcessHandle engineProcess() {
    return ProcessHandle.of(engine.processId()).orElseThrow();
  }

  /** Opens another connection to the database. */
  Database anotherDatabase() {
    return new Database(engine.endpoint());
  }

  /** A client with a key of the measured tenant. */
  Api api() {
    return api;
  }

  DataSet dataSet() {
    return dataSet;
  }

  @Override
  public void close() throws IOException {
    api.close();
    database.close();
    service.close();
    engine.close();
  }
}
