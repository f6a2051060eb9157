package io.journeystats.clickhouse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The main class of the child process that is the embedded ClickHouse: it hands its arguments to
 * the engine's command line and ends when the engine does.
 *
 * <p>It uses nothing but the JDK, so that the child needs no class path of its own. The engine's
 * last statement reads standard input, hence this process ends when its parent closes that pipe, or
 * dies, however it dies.
 */
@SuppressWarnings("restricted") // Calling a native library is what this class is for.
public final class EmbeddedClickHouseProcess {
  /** The engine's main thread parses deeply nested statements and wants a native server's stack. */
  private static final long STACK_BYTES = 64L << 20;

  private static final AddressLayout TEXT =
      ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(Long.MAX_VALUE, ValueLayout.JAVA_BYTE));

  private EmbeddedClickHouseProcess() {}

  /**
   * Runs the engine.
   *
   * @param arguments the engine's library, the file to lock, then the engine's own arguments
   */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    // A predecessor whose parent was killed may still be closing its tables: wait for it.
    try (var channel =
        FileChannel.open(
            Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var lock = channel.lock();
      var exitCode = new AtomicInteger();
      var engine = new Thread(null, () -> exitCode.set(run(arguments)), "clickhouse", STACK_BYTES);
      // Ctrl+C reaches the whole process group; the engine has to outlive its parent's last query.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(engine)));
      engine.start();
      engine.join();
      lock.release();
      System.exit(exitCode.get());
    }
  }

  private static int run(String[] arguments) {
    try {
      return query(Path.of(arguments[0]), Arrays.asList(arguments).subList(2, arguments.length));
    } catch (Throwable failure) {
      System.err.println("The ClickHouse library could not be called: " + failure);
      return 2;
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

    // The virtual machine needs its own signal handlers.
    setSignalHandlersEnabled.invokeExact(0);
    try (var arena = Arena.ofConfined()) {
      var argv = arena.allocate(ADDRESS, arguments.size() + 1L);
      argv.setAtIndex(ADDRESS, 0, arena.allocateFrom("clickhouse"));
      for (int i = 0; i < arguments.size(); i++) {
        argv.setAtIndex(ADDRESS, i + 1L, arena.allocateFrom(arguments.get(i)));
      }
      var result = (MemorySegment) queryCommandLine.invokeExact(arguments.size() + 1, argv);
      var error = (MemorySegment) resultError.invokeExact(result);
      if (error.equals(MemorySegment.NULL)) {
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
