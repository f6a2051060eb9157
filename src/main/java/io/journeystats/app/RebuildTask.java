package io.journeystats.app;

import io.dropwizard.servlets.tasks.Task;
import io.journeystats.rollup.RollupTask;
import io.journeystats.sql.ConversionMaterializer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * The admin task {@code POST /tasks/rebuild}, which recomputes all data derived from events while
 * the service runs, and prints its progress.
 */
final class RebuildTask extends Task {
  private final RollupTask rollup;
  private final ConversionMaterializer conversions;

  RebuildTask(RollupTask rollup, ConversionMaterializer conversions) {
    super("rebuild");
    this.rollup = rollup;
    this.conversions = conversions;
  }

  @Override
  public void execute(Map<String, List<String>> parameters, PrintWriter output) {
    rollup.rebuild((done, all) -> {
      output.printf("%d of %d%n", done, all);
      output.flush();
    });
    conversions.rebuild();
  }
}
