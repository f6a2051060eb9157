package io.journeystats.testing;

import static java.util.Objects.requireNonNullElse;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.engine.EmbeddedClickHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.clickhouse.ClickHouseContainer;

/**
 * A JUnit extension that gives each test class its own database on one shared ClickHouse.
 *
 * <p>The environment variable {@code JOURNEY_STATS_TEST_CLICKHOUSE} selects the ClickHouse: {@code
 * embedded} (the default), {@code testcontainers}, or the URL of a server, {@code
 * http://user:password@host:port}.
 *
 * <p>{@code @ExtendWith(TestClickHouse.class)} resolves parameters of type {@link ClickHouse} (an
 * empty database per class, dropped after it) and {@link ClickHouseEndpoint} (the same database, to
 * start a service on).
 */
public final class TestClickHouse implements BeforeAllCallback, ParameterResolver {
  private static final String CHOICE = "JOURNEY_STATS_TEST_CLICKHOUSE";
  private static final String IMAGE = "clickhouse/clickhouse-server:26.7";
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TestClickHouse.class);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** An empty database on the shared ClickHouse, for objects that outlive a test class. */
  public static ClickHouseEndpoint freshDatabase() {
    return Server.shared().endpoint().withDatabase(databaseName());
  }

  private static String databaseName() {
    return "test_%d_%d".formatted(ProcessHandle.current().pid(), DATABASES.incrementAndGet());
  }

  /** Starts the server before the class, so that a failed start fails the class. */
  @Override
  public void beforeAll(ExtensionContext context) {
    Server.shared();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == ClickHouse.class || type == ClickHouseEndpoint.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var endpoint = Server.shared().endpoint();
    var database =
        ofClass(context)
            .getStore(NAMESPACE)
            .computeIfAbsent(Database.class, _ -> Database.open(endpoint), Database.class);
    return parameter.getParameter().getType() == ClickHouse.class
        ? database.clickHouse()
        : database.clickHouse().endpoint();
  }

  /** The context of the outermost class, so that nested ones share its database. */
  private static ExtensionContext ofClass(ExtensionContext context) {
    var found = context;
    for (var at = context; at.getTestClass().isPresent(); at = at.getParent().orElseThrow()) {
      found = at;
    }
    return found;
  }

  private record Database(ClickHouse clickHouse) implements AutoCloseable {
    static Database open(ClickHouseEndpoint server) {
      return new Database(ClickHouse.open(server.withDatabase(databaseName())));
    }

    @Override
    public void close() {
      clickHouse.dsl().execute("DROP DATABASE " + clickHouse.endpoint().database());
      clickHouse.close();
    }
  }

  /**
   * The server of this JVM, which stops when the JVM exits. JUnit's stores end with a run of
   * classes, and a forked JVM has one run per class.
   */
  private record Server(ClickHouseEndpoint endpoint, Runnable stop) {
    private static @Nullable Server shared;

    static synchronized Server shared() {
      Server running = shared;
      if (running == null) {
        running = start();
        Runtime.getRuntime().addShutdownHook(new Thread(running.stop()));
        shared = running;
      }
      return running;
    }

    private static Server start() {
      var choice = System.getenv().getOrDefault(CHOICE, "embedded");
      return switch (choice) {
        case "embedded" -> embedded();
        case "testcontainers" -> container();
        default -> new Server(endpointOf(choice), () -> {});
      };
    }

    private static Server embedded() {
      var directory = Path.of("target/test-clickhouse/" + ProcessHandle.current().pid());
      var engine =
          EmbeddedClickHouse.start(ClickHouseConfiguration.Embedded.of(directory, null, 0, null));
      return new Server(
          engine.endpoint(),
          () -> {
            engine.close();
            delete(directory);
          });
    }

    private static void delete(Path directory) {
      try {
        MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Server container() {
      Assumptions.assumeTrue(
          DockerClientFactory.instance().isDockerAvailable(),
          CHOICE + " is testcontainers, but Docker is not available");
      @SuppressWarnings("resource") // JUnit closes it.
      var container = new ClickHouseContainer(IMAGE);
      container.start();
      var url =
          URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(8123)));
      return new Server(
          new ClickHouseEndpoint(url, container.getUsername(), container.getPassword(), "default"),
          container::stop);
    }

    private static ClickHouseEndpoint endpointOf(String choice) {
      var url = URI.create(choice.replaceFirst("^jdbc:(?:clickhouse|ch):(?=http)", ""));
      var login = requireNonNullElse(url.getUserInfo(), "default");
      var colon = login.indexOf(':');
      return new ClickHouseEndpoint(
          URI.create("%s://%s:%d".formatted(url.getScheme(), url.getHost(), url.getPort())),
          colon < 0 ? login : login.substring(0, colon),
          colon < 0 ? "" : login.substring(colon + 1),
          "default");
    }
  }
}
