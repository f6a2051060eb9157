package io.journeystats.dashboard;

import io.journeystats.cache.Freshness;
import io.journeystats.cache.QueryCaller;
import io.journeystats.http.ClientConnection;
import io.journeystats.http.RequestMemory;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who asks for a dashboard over HTTP: {@code Cache-Control: no-cache} asks for a fresh answer, and
 * a closed connection means that the client waits no more.
 */
public final class HttpQueryCaller implements QueryCaller {
  private static final String FRESHNESS = Freshness.class.getName();
  private static final String LEFT = FRESHNESS + ".left";

  private final ContainerRequestContext request;
  private final List<String> cacheControl;

  /** The sender of a request. */
  public HttpQueryCaller(
      @Context ContainerRequestContext request,
      @HeaderParam(HttpHeaders.CACHE_CONTROL)
          @Parameter(
              description =
                  "`no-cache` asks for a newly computed answer, with every event accepted before.")
          List<String> cacheControl) {
    this.request = request;
    this.cacheControl = List.copyOf(cacheControl);
  }

  /** The freshness of the oldest cached answer in the response. */
  static Optional<Freshness> freshness(ContainerRequestContext request) {
    Optional<Freshness> made =
        Optional.ofNullable(request.getProperty(FRESHNESS)).map(Freshness.class::cast);
    return request.getProperty(LEFT) instanceof Duration left
        ? made.map(one -> one.and(new Freshness(Duration.ZERO, left, false)))
        : made;
  }

  /** Limits the time for which caches may serve the response. */
  void limitMaxAge(Duration left) {
    request.setProperty(LEFT, left);
  }

  @Override
  public boolean wantsFreshAnswer() {
    return cacheControl.stream()
        .anyMatch(directives -> directives.toLowerCase(Locale.ROOT).contains("no-cache"));
  }

  @Override
  public void recordFreshness(Freshness freshness) {
    request.setProperty(
        FRESHNESS, freshness(request).map(other -> other.and(freshness)).orElse(freshness));
  }

  @Override
  public Registration onDisconnect(Runnable leaving) {
    if (request.getProperty(ClientConnection.PROPERTY) instanceof ClientConnection line) {
      ClientConnection.Watch watch = line.watch(leaving);
      return watch::close;
    }
    return () -> {};
  }

  /** The connection that the request came on, where it is known. */
  public Optional<ClientConnection> connection() {
    return request.getProperty(ClientConnection.PROPERTY) instanceof ClientConnection line
        ? Optional.of(line)
        : Optional.empty();
  }

  /** The memory that the request holds until it ends. */
  public RequestMemory memory() {
    return RequestMemory.of(request.getProperty(RequestMemory.PROPERTY));
  }

  /** Registers a listener for the end of the request, with any answer. */
  public void onEnd(Runnable ended) {
    if (request.getProperty(ClientConnection.PROPERTY) instanceof ClientConnection line) {
      line.onEnd(ended);
    } else {
      ended.run();
    }
  }
}
