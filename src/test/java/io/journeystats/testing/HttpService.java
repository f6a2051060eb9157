package io.journeystats.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.journeystats.http.Json;
import io.journeystats.http.KnownPaths;
import io.journeystats.http.ProblemErrorHandler;
import io.journeystats.http.RequestTrace;
import io.journeystats.http.WireFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP service on a free port, with the same HTTP layer as the real service and a few
 * resources.
 */
public final class HttpService implements AutoCloseable {
  private static final String CONFIGURATION =
      """
      server:
        type: simple
        applicationContextPath: /
        adminContextPath: /admin
        registerDefaultExceptionMappers: false
        gzip: {enabled: false}
        requestLog: {appenders: []}
        connector: {type: http, port: 0, bindHost: 127.0.0.1}
      logging: {level: WARN, appenders: [{type: console}]}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = Json.mapper();
  private @Nullable Server server;

  private HttpService() {}

  /** Starts a service with the given resources. */
  public static HttpService start(Consumer<Environment> resources) {
    HttpService service = new HttpService();
    try {
      Path file = Files.createTempFile("http-service", ".yml");
      Files.writeString(file, CONFIGURATION);
      service.new Wired(resources).run("server", file.toString());
      Files.delete(file);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    return service;
  }

  private final class Wired extends Application<Configuration> {
    private final Consumer<Environment> resources;

    private Wired(Consumer<Environment> resources) {
      this.resources = resources;
    }

    @Override
    public void initialize(Bootstrap<Configuration> bootstrap) {
      bootstrap.setObjectMapper(Json.mapper());
      // Configuration keys are in camel case.
      bootstrap.setConfigurationFactoryFactory((type, validator, mapper, prefix) ->
          new YamlConfigurationFactory<>(type, validator, Jackson.newObjectMapper(), prefix));
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
      environment.getApplicationContext().setErrorHandler(new ProblemErrorHandler());
      environment
          .lifecycle()
          .addServerLifecycleListener(started -> {
            started.setErrorHandler(new ProblemErrorHandler());
            server = started;
          });
      environment.jersey().register(new WireFeature());
      resources.accept(environment);
      environment
          .getApplicationContext()
          .insertHandler(new RequestTrace.Tracer(() -> KnownPaths.NONE));
    }
  }

  /** The port of the service. */
  public int port() {
    return ((ServerConnector) started().getConnectors()[0]).getLocalPort();
  }

  /** Sends a request with a key and a JSON body, both of which may be null. */
  public Answer send(String method, String path, @Nullable String key, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return send(request.build());
  }

  /** Sends a request. */
  public Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      String body = response.body();
      return new Answer(response, json.readTree(body.isEmpty() ? "null" : body));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /**
   * A response.
   *
   * @param response the response
   * @param json the body; a null node if it is empty
   */
  public record Answer(HttpResponse<String> response, JsonNode json) {
    /** The HTTP status. */
    public int status() {
      return response.statusCode();
    }

    /** The value of a header; empty if it is absent. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** Closes the client first, since the server waits a second for open connections. */
  @Override
  public void close() {
    client.close();
    try {
      started().stop();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private Server started() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return server;
  }
}
