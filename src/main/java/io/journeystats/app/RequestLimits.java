package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
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
 * The section {@code requests} of the configuration: how much is served at the same time, and how
 * slow a client may be. As a thread costs nothing, nothing else bounds it.
 *
 * @param atOnce how many requests with a key or a session; a further one is answered with 503
 * @param atOnceOfTenant how many of them may be one tenant's; a further one is answered with 429
 * @param bodies how many further ones may be under way whose body is still arriving
 * @param bodiesOfTenant how many of them may be one tenant's
 * @param atOnceOfUnknown how many requests without a key or a session that is known
 * @param atOnceOfAddress how many of them may come from one address
 * @param connections how many connections; a further one takes the place of one on which nothing is
 *     asked
 * @param connectionsOfAddress how many of them may come from one address
 * @param longestHead how long a client may take for the head of a request
 * @param longestBody how long the service waits for a body in all
 * @param slowestRate the bytes per second at which a body has to arrive and an answer to be read
 * @param rateWindow the time over which that is measured
 * @param large beyond how many bytes of the heap a request is a large one
 * @param largeOfTenant how many large requests of a tenant are worked on at once while other
 *     tenants use the service
 * @param memory how much of the heap requests hold at the same time
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
    @MinDataSize(65_536) DataSize large,
    @Min(1) int largeOfTenant,
    @Valid MemoryLimits memory) {
  private static final String ADMIN = "admin";
  private static final int ADMIN_CONNECTIONS = 64;

  /** Makes the limits; what is absent gets its default. */
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

  /** Every default. */
  static RequestLimits defaults() {
    return of(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * What bounds the requests that are served at once.
   *
   * @param held what those of tenants hold of the heap
   * @param turns the turns of large ones
   */
  AdmissionHandler admission(
      AuthenticationFeature authentication, TenantLimiter held, ProcessorTurns turns) {
    return new AdmissionHandler(
        authentication::known,
        new ConcurrencyLimit<>(atOnce, atOnceOfTenant),
        new ConcurrencyLimit<>(bodies, bodiesOfTenant),
        new ConcurrencyLimit<>(atOnceOfUnknown, atOnceOfAddress),
        held,
        memory.limiterOfUnknown(),
        turns,
        large.toBytes());
  }

  /** The turns of large requests, and of other work that keeps a processor busy. */
  ProcessorTurns turns() {
    return new ProcessorTurns(
        new TenantLimiter.Bound("requests.largeOfTenant", largeOfTenant),
        memory.longestWait().toJavaDuration(),
        System::nanoTime);
  }

  /**
   * What bounds the slowness of clients.
   *
   * @param longestImport how long the service waits for the body of an import
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
   * What bounds connections.
   *
   * @param trusted addresses from which any number may come
   */
  ConnectionLimit connectionLimit(Predicate<InetAddress> trusted) {
    return new ConnectionLimit(
        new ConnectionLimit.Bounds(
            connections, connectionsOfAddress, longestHead.toJavaDuration(), trusted),
        System::nanoTime);
  }

  /**
   * Bounds a server's connections; those to the admin pages apart, which have to be reachable, and
   * whose paths hold no ids.
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
