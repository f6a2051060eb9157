package io.journeystats.clickhouse;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.sun.management.OperatingSystemMXBean;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code clickhouse}: which ClickHouse to use, and how.
 *
 * <p>Both modes may be configured at once, so that {@code mode} alone selects one.
 *
 * @param mode the mode
 * @param embedded the engine that the service runs itself
 * @param server a ClickHouse server
 * @param connections the maximum number of concurrent statements of the service
 * @param queryTimeout the time after which ClickHouse ends a statement
 * @param statistics the limits of statistics
 * @param exports the limits of exports
 */
public record ClickHouseConfiguration(
    Mode mode,
    @Valid Embedded embedded,
    @Valid Server server,
    @Min(1) @Max(1000) int connections,
    @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration queryTimeout,
    @Valid Statistics statistics,
    @Valid Exports exports) {

  /** Where ClickHouse runs. */
  public enum Mode {
    /** ClickHouse is a child process of the service. */
    @JsonProperty("embedded")
    EMBEDDED,
    /** ClickHouse is a separate server. */
    @JsonProperty("server")
    SERVER
  }

  /** Creates the configuration; missing values have their defaults. */
  @JsonCreator
  public static ClickHouseConfiguration of(
      @JsonProperty("mode") @Nullable Mode mode,
      @JsonProperty("embedded") @Nullable Embedded embedded,
      @JsonProperty("server") @Nullable Server server,
      @JsonProperty("connections") @Nullable Integer connections,
      @JsonProperty("queryTimeout") @Nullable Duration queryTimeout,
      @JsonProperty("statistics") @Nullable Statistics statistics,
      @JsonProperty("exports") @Nullable Exports exports) {
    return new ClickHouseConfiguration(
        requireNonNullElse(mode, Mode.EMBEDDED),
        requireNonNullElseGet(embedded, () -> Embedded.of(null, null, null, null)),
        requireNonNullElseGet(server, () -> Server.of(null, null, null, null, null)),
        requireNonNullElse(connections, 32),
        requireNonNullElseGet(queryTimeout, () -> Duration.seconds(60)),
        requireNonNullElseGet(statistics, Statistics::defaults),
        requireNonNullElseGet(exports, Exports::defaults));
  }

  /** Returns the configuration with all defaults. */
  public static ClickHouseConfiguration defaults() {
    return of(null, null, null, null, null, null, null);
  }

  /**
   * The limits of statistics in ClickHouse, which prevent one tenant or one query from using
   * everything. Queries over a limit wait, are refused or are ended.
   *
   * @param atOnce the maximum number of concurrent queries
   * @param atOnceOfTenant the maximum number of concurrent queries per tenant
   * @param queueOfTenant the maximum number of waiting queries per tenant
   * @param queueTimeout the maximum time that a query waits
   * @param timeout the time after which ClickHouse ends a statement
   * @param maxMemory the maximum memory per statement; by default a quarter of ClickHouse's memory
   * @param maxMemoryOfAll the maximum memory of all of the service's statements; by default three
   *     eighths
   * @param threads the number of threads per statement; if 0, ClickHouse decides
   * @param maxRows the maximum number of rows per answer
   */
  public record Statistics(
      @Min(1) @Max(1000) int atOnce,
      @Min(1) @Max(1000) int atOnceOfTenant,
      @Min(0) @Max(10_000) int queueOfTenant,
      @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration queueTimeout,
      @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration timeout,
      @MinDataSize(value = 64, unit = DataSizeUnit.MEBIBYTES) @Nullable DataSize maxMemory,
      @MinDataSize(value = 64, unit = DataSizeUnit.MEBIBYTES) @Nullable DataSize maxMemoryOfAll,
      @Min(0) @Max(1024) int threads,
      @Min(1) long maxRows) {

    /** Creates the configuration; missing values have their defaults. */
    @JsonCreator
    public static Statistics of(
        @JsonProperty("atOnce") @Nullable Integer atOnce,
        @JsonProperty("atOnceOfTenant") @Nullable Integer atOnceOfTenant,
        @JsonProperty("queueOfTenant") @Nullable Integer queueOfTenant,
        @JsonProperty("queueTimeout") @Nullable Duration queueTimeout,
        @JsonProperty("timeout") @Nullable Duration timeout,
        @JsonProperty("maxMemory") @Nullable DataSize maxMemory,
        @JsonProperty("maxMemoryOfAll") @Nullable DataSize maxMemoryOfAll,
        @JsonProperty("threads") @Nullable Integer threads,
        @JsonProperty("maxRows") @Nullable Long maxRows) {
      return new Statistics(
          requireNonNullElse(atOnce, 8),
          requireNonNullElse(atOnceOfTenant, 4),
          requireNonNullElse(queueOfTenant, 200),
          requireNonNullElseGet(queueTimeout, () -> Duration.seconds(10)),
          requireNonNullElseGet(timeout, () -> Duration.seconds(20)),
          maxMemory,
          maxMemoryOfAll,
          requireNonNullElse(threads, 0),
          requireNonNullElse(maxRows, 1_000_000L));
    }

    /** Returns the configuration with all defaults. */
    public static Statistics defaults() {
      return of(null, null, null, null, null, null, null, null, null);
    }

    /** Returns the maximum memory per statement, given ClickHouse's memory in bytes. */
    DataSize maxMemory(long available) {
      return requireNonNullElseGet(maxMemory, () -> DataSize.bytes(available / 4));
    }

    /** Returns the maximum memory of all statements, given ClickHouse's memory in bytes. */
    DataSize maxMemoryOfAll(long available) {
      return requireNonNullElseGet(maxMemoryOfAll, () -> DataSize.bytes(available * 3 / 8));
    }
  }

  /**
   * The limits of exports in ClickHouse: statements with any number of rows, which are read as fast
   * as they arrive.
   *
   * @param connections the maximum number of concurrent statements
   * @param timeout the time after which ClickHouse ends a statement
   */
  public record Exports(
      @Min(1) @Max(1000) int connections,
      @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration timeout) {

    /** Creates the configuration; missing values have their defaults. */
    @JsonCreator
    public static Exports of(
        @JsonProperty("connections") @Nullable Integer connections,
        @JsonProperty("timeout") @Nullable Duration timeout) {
      return new Exports(
          requireNonNullElse(connections, 16),
          requireNonNullElseGet(timeout, () -> Duration.minutes(30)));
    }

    /** Returns the configuration with all defaults. */
    public static Exports defaults() {
      return of(null, null);
    }
  }

  /**
   * The engine that the service runs itself.
   *
   * @param dataDirectory the directory of the data
   * @param enginePackageDirectory the directory of the engine's npm package
   * @param httpPort the preferred port on 127.0.0.1; if it is in use or 0, a free one is chosen
   * @param maxMemory the maximum memory of the engine; by default half of the machine's memory
   */
  public record Embedded(
      Path dataDirectory,
      Path enginePackageDirectory,
      @Min(0) @Max(65_535) int httpPort,
      @MinDataSize(value = 256, unit = DataSizeUnit.MEBIBYTES) DataSize maxMemory) {

    /** Creates the configuration; missing values have their defaults. */
    @JsonCreator
    public static Embedded of(
        @JsonProperty("dataDirectory") @Nullable Path dataDirectory,
        @JsonProperty("enginePackageDirectory") @Nullable Path enginePackageDirectory,
        @JsonProperty("httpPort") @Nullable Integer httpPort,
        @JsonProperty("maxMemory") @Nullable DataSize maxMemory) {
      return new Embedded(
          requireNonNullElseGet(dataDirectory, () -> Path.of("data/clickhouse")),
          requireNonNullElseGet(enginePackageDirectory, () -> Path.of("clickhouse/embedded")),
          requireNonNullElse(httpPort, 18123),
          requireNonNullElseGet(maxMemory, () -> DataSize.bytes(memoryOfMachine() / 2)));
    }
  }

  /**
   * A ClickHouse server.
   *
   * @param url the URL of its HTTP interface
   * @param user the user's name
   * @param password the user's password
   * @param database the database for all tables; created if missing
   * @param startTimeout how long the service waits for the server when it starts
   */
  public record Server(
      @Pattern(regexp = "https?://[^/?#]+", message = "must be http(s)://host:port") String url,
      @NotBlank String user,
      String password,
      @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]*") String database,
      @MinDuration(value = 0, unit = TimeUnit.SECONDS) Duration startTimeout) {

    /** Creates the configuration; missing values have their defaults. */
    @JsonCreator
    public static Server of(
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("user") @Nullable String user,
        @JsonProperty("password") @Nullable String password,
        @JsonProperty("database") @Nullable String database,
        @JsonProperty("startTimeout") @Nullable Duration startTimeout) {
      return new Server(
          requireNonNullElse(url, "http://127.0.0.1:8123"),
          requireNonNullElse(user, "default"),
          requireNonNullElse(password, ""),
          requireNonNullElse(database, "journey_stats"),
          requireNonNullElseGet(startTimeout, () -> Duration.minutes(5)));
    }

    ClickHouseEndpoint endpoint() {
      return new ClickHouseEndpoint(URI.create(url), user, password, database);
    }

    /** Omits the password. */
    @Override
    public String toString() {
      return endpoint().toString();
    }
  }

  /** Returns the memory of this machine or container in bytes. */
  static long memoryOfMachine() {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return machine.getTotalMemorySize();
  }
}
