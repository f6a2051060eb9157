package io.journeystats.app;

import io.dropwizard.servlets.tasks.Task;
import io.journeystats.rollup.RollupTask;
import io.journeystats.sql.ConversionMaterializer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * The admin task that computes everything anew that is derived from events, while the service goes
 * on, and prints how far it is: {@code POST /tasks/rebuild}.
 */
final class RebuildTask extends Task {
  private final RollupTask roller;
  private final ConversionMaterializer conversions;

  RebuildTask(RollupTask roller, ConversionMaterializer conversions) {
    super("rebuild");
    this.roller = roller;
    this.conversions = conversions;
  }

  @Override
  public void execute(Map<String, List<String>> parameters, PrintWriter output) {
    roller.rebuild((done, all) -> {
      output.printf("%d of %d%n", done, all);
      output.flush();
    });
    conversions.rebuild();
  }
}
