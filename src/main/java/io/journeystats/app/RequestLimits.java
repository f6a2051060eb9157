package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import io.journeystats.http.ConcurrencyLimit;
import io.journeystats.http.ConnectionLimit;
import io.journeystats.http.EncodedPathHandler;
import io.journeystats.http.MinimumRateHandler;
import io.journeystats.limit.ProcessorTurns;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.AdmissionHandler;
import io.journeystats.tenant.AuthenticationFeature;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.net.InetAddress;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code requests}: the limits of concurrent requests and slow clients.
 * Virtual threads impose no limit of their own.
 *
 * @param atOnce the maximum number of concurrent authenticated requests; further ones get 503
 * @param atOnceOfTenant the maximum number of concurrent authenticated requests per tenant; further
 *     ones get 429
 * @param bodies the maximum number of further authenticated requests whose body is still arriving
 * @param bodiesOfTenant the maximum number of them per tenant
 * @param atOnceOfUnknown the maximum number of concurrent unauthenticated requests
 * @param atOnceOfAddress the maximum number of concurrent unauthenticated requests per client
 *     network
 * @param connections the maximum number of connections; a further one replaces an idle one
 * @param connectionsOfAddress the maximum number of connections per client network
 * @param longestHead how long a client may take to send the head of a request
 * @param longestBody the maximum total time that the service waits for a body
 * @param slowestRate the minimum transfer rate of bodies and responses in bytes per second
 * @param rateWindow the time over which the rate is measured
 * @param large the number of bytes of heap above which a request is large
 * @param largeOfTenant the maximum number of large requests per tenant that are processed at the
 *     same time while other tenants use the service
 * @param memory the maximum heap of concurrent requests
 */
public record RequestLimits(
    @Min(1) int atOnce,
    @Min(1) int atOnceOfTenant,
    @Min(1) int bodies,
    @Min(1) int bodiesOfTenant,
    @Min(1) int atOnceOfUnknown,
    @Min(1) int atOnceOfAddress,
    @Min(1) int connections,
    @Min(1) int connectionsOfAddress,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration longestHead,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration longestBody,
    @MinDataSize(1) DataSize slowestRate,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration rateWindow,
    @MinDataSize(value = 64, unit = DataSizeUnit.KIBIBYTES) DataSize large,
    @Min(1) int largeOfTenant,
    @Valid MemoryLimits memory) {
  private static final String ADMIN = "admin";
  private static final int ADMIN_CONNECTIONS = 64;

  /** Creates the limits; missing values have their defaults. */
  @JsonCreator
  public static RequestLimits of(
      @JsonProperty("atOnce") @Nullable Integer atOnce,
      @JsonProperty("atOnceOfTenant") @Nullable Integer atOnceOfTenant,
      @JsonProperty("bodies") @Nullable Integer bodies,
      @JsonProperty("bodiesOfTenant") @Nullable Integer bodiesOfTenant,
      @JsonProperty("atOnceOfUnknown") @Nullable Integer atOnceOfUnknown,
      @JsonProperty("atOnceOfAddress") @Nullable Integer atOnceOfAddress,
      @JsonProperty("connections") @Nullable Integer connections,
      @JsonProperty("connectionsOfAddress") @Nullable Integer connectionsOfAddress,
      @JsonProperty("longestHead") @Nullable Duration longestHead,
      @JsonProperty("longestBody") @Nullable Duration longestBody,
      @JsonProperty("slowestRate") @Nullable DataSize slowestRate,
      @JsonProperty("rateWindow") @Nullable Duration rateWindow,
      @JsonProperty("large") @Nullable DataSize large,
      @JsonProperty("largeOfTenant") @Nullable Integer largeOfTenant,
      @JsonProperty("memory") @Nullable MemoryLimits memory) {
    return new RequestLimits(
        requireNonNullElse(atOnce, 512),
        requireNonNullElse(atOnceOfTenant, 256),
        requireNonNullElse(bodies, 256),
        requireNonNullElse(bodiesOfTenant, 128),
        requireNonNullElse(atOnceOfUnknown, 128),
        requireNonNullElse(atOnceOfAddress, 32),
        requireNonNullElse(connections, 4096),
        requireNonNullElse(connectionsOfAddress, 1024),
        requireNonNullElseGet(longestHead, () -> Duration.seconds(10)),
        requireNonNullElseGet(longestBody, () -> Duration.minutes(5)),
        requireNonNullElseGet(slowestRate, () -> DataSize.kibibytes(16)),
        requireNonNullElseGet(rateWindow, () -> Duration.seconds(10)),
        requireNonNullElseGet(large, () -> DataSize.mebibytes(2)),
        requireNonNullElseGet(
            largeOfTenant, () -> Math.max(1, Runtime.getRuntime().availableProcessors() / 2)),
        requireNonNullElseGet(memory, MemoryLimits::defaults));
  }

  /** Returns the limits with all defaults. */
  static RequestLimits defaults() {
    return of(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Returns the handler that limits concurrent requests.
   *
   * @param tenantMemory limits the heap of authenticated requests
   * @param turns schedules large requests
   */
  AdmissionHandler admission(
      AuthenticationFeature authentication, TenantLimiter tenantMemory, ProcessorTurns turns) {
    return new AdmissionHandler(
        authentication::authenticateFromMemory,
        new ConcurrencyLimit<>(atOnce, atOnceOfTenant),
        new ConcurrencyLimit<>(bodies, bodiesOfTenant),
        new ConcurrencyLimit<>(atOnceOfUnknown, atOnceOfAddress),
        tenantMemory,
        memory.limiterOfUnknown(),
        turns,
        large.toBytes());
  }

  /** Returns the scheduler of large requests and other CPU-bound work. */
  ProcessorTurns turns() {
    return new ProcessorTurns(
        new TenantLimiter.Bound("requests.largeOfTenant", largeOfTenant),
        memory.longestWait().toJavaDuration(),
        System::nanoTime);
  }

  /**
   * Returns the handler that enforces a minimum transfer rate.
   *
   * @param longestImport the maximum total time that the service waits for the body of an import
   */
  MinimumRateHandler minimumRate(Predicate<Request> isImport, Duration longestImport) {
    Function<Request, java.time.Duration> deadline =
        request -> (isImport.test(request) ? longestImport : longestBody).toJavaDuration();
    return new MinimumRateHandler(
        new MinimumRateHandler.Bounds(slowestRate.toBytes(), rateWindow.toJavaDuration()),
        deadline,
        System::nanoTime);
  }

  /**
   * Returns the limit on connections.
   *
   * @param trusted addresses without a limit of their own
   */
  ConnectionLimit connectionLimit(Predicate<InetAddress> trusted) {
    return new ConnectionLimit(
        new ConnectionLimit.Bounds(
            connections, connectionsOfAddress, longestHead.toJavaDuration(), trusted),
        System::nanoTime);
  }

  /**
   * Applies the limit to a server's connectors. Those of the admin port, which must stay reachable,
   * have a limit of their own, and their paths contain no ids.
   */
  static void apply(Server server, ConnectionLimit limit) {
    for (Connector connector : server.getConnectors()) {
      if (Objects.equals(connector.getName(), ADMIN)) {
        server.addBean(new NetworkConnectionLimit(ADMIN_CONNECTIONS, connector), true);
      } else {
        connector.addEventListener(limit);
        if (connector instanceof ContainerLifeCycle parts) {
          EncodedPathHandler.open(parts);
        }
      }
    }
  }
}
