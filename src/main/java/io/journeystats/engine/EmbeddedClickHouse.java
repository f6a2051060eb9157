package io.journeystats.engine;

import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.clickhouse.LocalEngine;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real ClickHouse engine as a supervised child process of the service.
 *
 * <p>The port and password stay the same across restarts of the process, so that pooled connections
 * recover. No other process can listen on the port in the meantime.
 */
public final class EmbeddedClickHouse implements LocalEngine {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedClickHouse.class);
  private static final String DATABASE = "journey_stats";

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration MAXIMUM_PAUSE = Duration.ofSeconds(30);

  /** An engine that ran this long did not fail during its start. */
  private static final Duration STABLE = Duration.ofMinutes(1);

  private final Path library;
  private final EngineFiles files;
  private final DirectoryLock lock;
  private final LoopbackPort port;
  private final ClickHouseEndpoint endpoint;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread supervisor;
  private volatile EngineProcess child;

  private EmbeddedClickHouse(
      Path library,
      EngineFiles files,
      DirectoryLock lock,
      LoopbackPort port,
      ClickHouseEndpoint endpoint,
      EngineProcess child) {
    this.library = library;
    this.files = files;
    this.lock = lock;
    this.port = port;
    this.endpoint = endpoint;
    this.child = child;
    this.supervisor =
        Thread.ofPlatform().daemon().name("clickhouse-supervisor").unstarted(this::supervise);
  }

  /**
   * Starts the engine and waits until it responds.
   *
   * @throws EngineException if it cannot be started; the message says what to do
   */
  public static EmbeddedClickHouse start(ClickHouseConfiguration.Embedded configuration) {
    var started = System.nanoTime();
    var library = EngineLibrary.find(configuration.enginePackageDirectory());
    var files = new EngineFiles(configuration.dataDirectory());
    files.createDirectories();
    var lock = DirectoryLock.acquire(files.ownerLock());
    try {
      var engine = start(configuration, library, files, lock);
      LOG.info(
          "The embedded ClickHouse (process {}) listens on {}; its data is in {}; ready in {} ms.",
          engine.processId(),
          engine.endpoint.url(),
          files.directory(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
      engine.supervisor.start();
      return engine;
    } catch (InterruptedException e) {
      lock.close();
      Thread.currentThread().interrupt();
      throw new EngineException("The start of the embedded ClickHouse was interrupted.", e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedClickHouse start(
      ClickHouseConfiguration.Embedded configuration,
      Path library,
      EngineFiles files,
      DirectoryLock lock)
      throws InterruptedException {
    var port = LoopbackPort.reserve(configuration.httpPort());
    try {
      var endpoint =
          new ClickHouseEndpoint(
              URI.create("http://%s:%d".formatted(LoopbackPort.HOST, port.number())),
              EngineFiles.USER,
              randomPassword(),
              DATABASE);
      files.write(
          endpoint,
          configuration.maxMemory().toBytes(),
          Runtime.getRuntime().availableProcessors());
      var child = startChild(library, files, endpoint);
      return new EmbeddedClickHouse(library, files, lock, port, endpoint, child);
    } catch (InterruptedException | RuntimeException e) {
      port.close();
      throw e;
    }
  }

  private static EngineProcess startChild(
      Path library, EngineFiles files, ClickHouseEndpoint endpoint) throws InterruptedException {
    var child = EngineProcess.start(library, files, endpoint);
    try {
      child.awaitReady(endpoint);
      return child;
    } catch (InterruptedException e) {
      child.stop();
      throw e;
    }
  }

  @Override
  public ClickHouseEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public long processId() {
    return child.processId();
  }

  private void supervise() {
    var pause = FIRST_PAUSE;
    try {
      while (true) {
        var started = System.nanoTime();
        var exitCode = child.awaitEnd();
        if (System.nanoTime() - started > STABLE.toNanos()) {
          pause = FIRST_PAUSE;
        }
        if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        LOG.warn("The embedded ClickHouse ended with code {}; restarting it.", exitCode);
        restart();
        pause = minimum(pause.multipliedBy(2), MAXIMUM_PAUSE);
      }
    } catch (InterruptedException e) {
      LOG.debug("The supervisor of the embedded ClickHouse ends.");
    }
  }

  /** A failure leaves the dead process in place, so the supervisor retries after a longer pause. */
  private void restart() throws InterruptedException {
    try {
      child = EngineProcess.start(library, files, endpoint);
      child.awaitReady(endpoint);
      LOG.info("The embedded ClickHouse was restarted as process {}.", child.processId());
    } catch (EngineException e) {
      LOG.error("{}", e.getMessage());
    }
  }

  @Override
  public void close() {
    closing.countDown();
    supervisor.interrupt();
    try {
      supervisor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    child.stop();
    port.close();
    lock.close();
  }

  private static Duration minimum(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String randomPassword() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
