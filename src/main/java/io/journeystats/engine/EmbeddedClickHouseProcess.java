package io.journeystats.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The main class of the child process that runs the embedded ClickHouse: it passes its arguments to
 * the engine's command line and ends with the engine.
 *
 * <p>It uses only the JDK, so the process needs no class path of its own. Its standard input is a
 * pipe from the parent, which first sends the engine's credentials. When the pipe ends, because the
 * parent has closed it or died, this process kills the engine's last statement, which makes the
 * engine close its tables and exit.
 */
@SuppressWarnings("restricted") // This class calls a native library.
public final class EmbeddedClickHouseProcess {
  /**
   * The engine's main thread parses deeply nested statements and needs the stack of a native
   * server.
   */
  private static final long STACK_BYTES = 64L << 20;

  private static final AddressLayout TEXT =
      ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(Long.MAX_VALUE, ValueLayout.JAVA_BYTE));

  /** Kills the engine's last statement: only the engine's own statements have no user. */
  private static final String KILL = "KILL QUERY WHERE user = '' ASYNC";

  private static final Duration END_LIMIT = Duration.ofSeconds(12);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static volatile boolean ending;
  private static volatile int exitCode;

  private EmbeddedClickHouseProcess() {}

  /**
   * Runs the engine.
   *
   * @param arguments the engine's library, the file to lock, the URL on which the engine will
   *     listen, and the engine's own arguments
   */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    var engine = new Thread(null, () -> run(arguments), "clickhouse", STACK_BYTES);
    var parent = new Thread(() -> watchParent(engine, URI.create(arguments[2])), "parent");
    parent.setDaemon(true);
    parent.start();
    // A predecessor whose parent was killed may still be closing its tables.
    try (var channel =
        FileChannel.open(
            Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var lock = channel.lock();
      // Ctrl+C reaches the whole process group, but the engine must outlive its parent's last
      // query.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(engine)));
      engine.start();
      engine.join();
      lock.release();
      System.exit(exitCode);
    }
  }

  /**
   * Waits for the end of the parent, then stops the engine: gracefully, and by force after a
   * timeout.
   */
  private static void watchParent(Thread engine, URI address) {
    try (var input = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
      var credentials = input.readLine();
      while (input.read() >= 0) {
        // The parent sends nothing else.
      }
      ending = true;
      var deadline = System.nanoTime() + END_LIMIT.toNanos();
      while (engine.isAlive() && System.nanoTime() < deadline) {
        kill(address, credentials);
        engine.join(PAUSE);
      }
    } catch (IOException | InterruptedException failure) {
      System.err.println("Cannot watch the parent process: " + failure);
    }
    if (engine.getState() != Thread.State.TERMINATED) {
      Runtime.getRuntime().halt(1);
    }
  }

  /** Has no effect until the engine listens. */
  private static void kill(URI address, String credentials) {
    try {
      var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
      connection.setRequestProperty("Authorization", credentials);
      connection.setDoOutput(true);
      connection.setReadTimeout((int) ANSWER_LIMIT.toMillis());
      try (var body = connection.getOutputStream()) {
        body.write(KILL.getBytes(US_ASCII));
      }
      connection.getResponseCode();
      // The engine waits for open connections before it exits.
      connection.disconnect();
    } catch (IOException notYet) {
      // The caller retries.
    }
  }

  private static void run(String[] arguments) {
    try {
      exitCode =
          query(Path.of(arguments[0]), Arrays.asList(arguments).subList(3, arguments.length));
    } catch (Throwable failure) {
      System.err.println("Cannot call the ClickHouse library: " + failure);
      exitCode = 2;
    }
  }

  private static int query(Path library, List<String> arguments) throws Throwable {
    var linker = Linker.nativeLinker();
    var symbols = SymbolLookup.libraryLookup(library, Arena.global());
    var setSignalHandlersEnabled =
        linker.downcallHandle(
            symbols.findOrThrow("chdb_set_signal_handlers_enabled"),
            FunctionDescriptor.ofVoid(JAVA_INT));
    var queryCommandLine =
        linker.downcallHandle(
            symbols.findOrThrow("chdb_query_cmdline"),
            FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));
    var resultError =
        linker.downcallHandle(
            symbols.findOrThrow("chdb_result_error"), FunctionDescriptor.of(TEXT, ADDRESS));

    // The JVM needs its own signal handlers.
    setSignalHandlersEnabled.invokeExact(0);
    try (var arena = Arena.ofConfined()) {
      var argv = arena.allocate(ADDRESS, arguments.size() + 1L);
      argv.setAtIndex(ADDRESS, 0, arena.allocateFrom("clickhouse"));
      for (int i = 0; i < arguments.size(); i++) {
        argv.setAtIndex(ADDRESS, i + 1L, arena.allocateFrom(arguments.get(i)));
      }
      var result = (MemorySegment) queryCommandLine.invokeExact(arguments.size() + 1, argv);
      var error = (MemorySegment) resultError.invokeExact(result);
      if (error.equals(MemorySegment.NULL) || ending) {
        return 0;
      }
      System.err.println(error.getString(0));
      return 1;
    }
  }

  private static void awaitEnd(Thread engine) {
    try {
      engine.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
