package io.journeystats.engine;

import io.journeystats.clickhouse.ClickHouseConfiguration;
import java.io.IOException;
import java.nio.file.Path;

/** A process that starts an engine, prints the engine's process id and waits to be killed. */
final class EngineOwner {
  private EngineOwner() {}

  public static void main(String[] arguments) throws IOException {
    var configuration = ClickHouseConfiguration.Embedded.of(Path.of(arguments[0]), null, 0, null);
    var output = System.out;
    System.setOut(System.err);
    try (var engine = EmbeddedClickHouse.start(configuration)) {
      output.println(engine.processId());
      output.flush();
      System.in.read();
    }
  }
}
