package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.jspecify.annotations.Nullable;

/**
 * How much is served at the same time: as a thread costs nothing, nothing else bounds it.
 *
 * @param atOnce how many requests; a further one is answered with 503
 * @param atOnceOfTenant how many of them may be one tenant's; a further one is answered with 429
 * @param connections how many connections; a further one waits to be accepted
 */
public record RequestLimits(
    @Min(1) int atOnce, @Min(1) int atOnceOfTenant, @Min(1) int connections) {

  /** Makes the limits; what is absent gets its default. */
  @JsonCreator
  public static RequestLimits of(
      @JsonProperty("atOnce") @Nullable Integer atOnce,
      @JsonProperty("atOnceOfTenant") @Nullable Integer atOnceOfTenant,
      @JsonProperty("connections") @Nullable Integer connections) {
    return new RequestLimits(
        requireNonNullElse(atOnce, 512),
        requireNonNullElse(atOnceOfTenant, 256),
        requireNonNullElse(connections, 4096));
  }

  /** Every default. */
  static RequestLimits defaults() {
    return of(null, null, null);
  }

  /** What holds requests within the limits. */
  QoSHandler handler() {
    QoSHandler handler = new QoSHandler();
    handler.setMaxRequestCount(atOnce);
    handler.setMaxSuspendedRequestCount(0);
    return handler;
  }

  /** Holds a server's connections within the limits. */
  void apply(Server server) {
    server.addBean(new NetworkConnectionLimit(connections, server), true);
  }
}
