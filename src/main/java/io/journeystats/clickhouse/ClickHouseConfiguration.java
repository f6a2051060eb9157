package io.journeystats.clickhouse;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.sun.management.OperatingSystemMXBean;
import io.dropwizard.util.DataSize;
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
 * The section {@code clickhouse} of the configuration: which ClickHouse, and how the service talks
 * to it.
 *
 * <p>Both places may be described at once, so that one file serves both and a single word chooses.
 *
 * @param mode which of the two places is used
 * @param embedded the engine that the service runs itself
 * @param server a ClickHouse server
 * @param connections how many statements the service runs at the same time
 * @param queryTimeout after which time ClickHouse ends a statement
 * @param statistics what statistics may take
 * @param exports what exports may take
 */
public record ClickHouseConfiguration(
    Mode mode,
    @Valid Embedded embedded,
    @Valid Server server,
    @Min(1) @Max(1000) int connections,
    @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration queryTimeout,
    @Valid Statistics statistics,
    @Valid Exports exports) {

  /** Which ClickHouse the service uses. */
  public enum Mode {
    /** A child process of the service. */
    @JsonProperty("embedded")
    EMBEDDED,
    /** A server that somebody else runs. */
    @JsonProperty("server")
    SERVER
  }

  /** Makes the configuration; what is absent gets its default. */
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

  /** The embedded engine with every default. */
  public static ClickHouseConfiguration defaults() {
    return of(null, null, null, null, null, null, null);
  }

  /**
   * What statistics may take of ClickHouse; what is beyond has to wait, is refused or ended, so
   * that neither one tenant nor one question takes all.
   *
   * @param atOnce how many questions ClickHouse is asked at the same time
   * @param atOnceOfTenant how many of them may be one tenant's
   * @param queueOfTenant how many more of a tenant may wait
   * @param queueTimeout how long each of them waits at most
   * @param timeout after which time ClickHouse ends a statement
   * @param maxMemory how much memory one statement may take; a quarter of what ClickHouse has
   *     unless told
   * @param maxMemoryOfAll how much all of the service's statements together; three eighths
   * @param threads how many threads a statement has; as many as ClickHouse sees fit if it is 0
   * @param maxRows how many rows an answer may have
   */
  public record Statistics(
      @Min(1) @Max(1000) int atOnce,
      @Min(1) @Max(1000) int atOnceOfTenant,
      @Min(0) @Max(10_000) int queueOfTenant,
      @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration queueTimeout,
      @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration timeout,
      @MinDataSize(67_108_864) @Nullable DataSize maxMemory,
      @MinDataSize(67_108_864) @Nullable DataSize maxMemoryOfAll,
      @Min(0) @Max(1024) int threads,
      @Min(1) long maxRows) {

    /** Makes the configuration; what is absent gets its default. */
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

    /** Every default. */
    public static Statistics defaults() {
      return of(null, null, null, null, null, null, null, null, null);
    }

    /** What one statement may take of a ClickHouse with so much memory. */
    DataSize maxMemory(long available) {
      return requireNonNullElseGet(maxMemory, () -> DataSize.bytes(available / 4));
    }

    /** What all of them together may take. */
    DataSize maxMemoryOfAll(long available) {
      return requireNonNullElseGet(maxMemoryOfAll, () -> DataSize.bytes(available * 3 / 8));
    }
  }

  /**
   * What exports may take of ClickHouse: statements with any number of rows, which others have to
   * take as fast as they come.
   *
   * @param connections how many of them at the same time
   * @param timeout after which time ClickHouse ends one
   */
  public record Exports(
      @Min(1) @Max(1000) int connections,
      @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration timeout) {

    /** Makes the configuration; what is absent gets its default. */
    @JsonCreator
    public static Exports of(
        @JsonProperty("connections") @Nullable Integer connections,
        @JsonProperty("timeout") @Nullable Duration timeout) {
      return new Exports(
          requireNonNullElse(connections, 16),
          requireNonNullElseGet(timeout, () -> Duration.minutes(30)));
    }

    /** Every default. */
    public static Exports defaults() {
      return of(null, null);
    }
  }

  /**
   * The engine that the service runs itself.
   *
   * @param dataDirectory where the data lies
   * @param enginePackageDirectory where the engine's npm package is installed
   * @param httpPort the wanted port on 127.0.0.1; a free one is taken instead if it is not free, or
   *     if it is 0
   * @param maxMemory what the engine may use; half of the machine's memory unless told
   */
  public record Embedded(
      Path dataDirectory,
      Path enginePackageDirectory,
      @Min(0) @Max(65_535) int httpPort,
      @MinDataSize(268_435_456) DataSize maxMemory) {

    /** Makes the configuration; what is absent gets its default. */
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
   * @param url its HTTP interface
   * @param user the user's name
   * @param password the user's password
   * @param database the database for all tables; made if it is missing
   * @param startTimeout how long the service waits for it at the start
   */
  public record Server(
      @Pattern(regexp = "https?://[^/?#]+", message = "must be http(s)://host:port") String url,
      @NotBlank String user,
      String password,
      @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]*") String database,
      @MinDuration(value = 0, unit = TimeUnit.SECONDS) Duration startTimeout) {

    /** Makes the configuration; what is absent gets its default. */
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

    /** Without the password. */
    @Override
    public String toString() {
      return endpoint().toString();
    }
  }

  /** The memory of this machine, or of this container. */
  static long memoryOfMachine() {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return machine.getTotalMemorySize();
  }
}
