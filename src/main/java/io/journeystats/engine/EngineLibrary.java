package io.journeystats.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The native library of the embedded ClickHouse: where it is, and whether this machine can run it.
 */
final class EngineLibrary {
  private EngineLibrary() {}

  /** Returns the library for this machine; the exception says why there is none. */
  static Path find(Path packageDirectory) {
    return find(
        packageDirectory,
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Path.of("/proc/cpuinfo"));
  }

  static Path find(Path packageDirectory, String system, String architecture, Path processorInfo) {
    var platform = platform(system, architecture);
    requireAvx2(platform, processorInfo);
    var library =
        packageDirectory
            .toAbsolutePath()
            .normalize()
            .resolve("node_modules/@chdb/lib-" + platform + "/libchdb.so");
    if (!Files.isReadable(library)) {
      throw new EngineException(
          "The embedded ClickHouse is not installed (%s is missing): run `npm ci --prefix %s`"
                  .formatted(library, packageDirectory)
              + ", or set clickhouse.mode to server.");
    }
    return library;
  }

  private static String platform(String system, String architecture) {
    var processor =
        switch (architecture) {
          case "amd64", "x86_64" -> "x64";
          case "aarch64", "arm64" -> "arm64";
          default -> throw unsupported(system, architecture);
        };
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return "linux-" + processor + "-gnu";
    }
    if (name.startsWith("mac")) {
      return "darwin-" + processor;
    }
    throw unsupported(system, architecture);
  }

  private static EngineException unsupported(String system, String architecture) {
    return new EngineException(
        "There is no embedded ClickHouse for %s on %s (only Linux and macOS on x86-64 and arm64):"
                .formatted(system, architecture)
            + " set clickhouse.mode to server.");
  }

  /** Without the required instructions the engine would die of SIGILL, without an explanation. */
  private static void requireAvx2(String platform, Path processorInfo) {
    if (!platform.equals("linux-x64-gnu") || !Files.isReadable(processorInfo)) {
      return;
    }
    try (var lines = Files.lines(processorInfo)) {
      if (lines.noneMatch(line -> line.startsWith("flags") && line.contains(" avx2"))) {
        throw new EngineException(
            "This processor lacks AVX2, which the embedded ClickHouse needs:"
                + " set clickhouse.mode to server.");
      }
    } catch (IOException e) {
      throw new EngineException("Cannot read the processor's features.", e);
    }
  }
}
