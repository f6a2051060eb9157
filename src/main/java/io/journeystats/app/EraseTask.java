package io.journeystats.app;

import io.dropwizard.servlets.tasks.Task;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * Removes what was deleted, or is no longer kept, from the disk at once instead of within a minute,
 * as far as it may go by now: {@code POST /tasks/erase}. What it finds is noted as gone the next
 * time, when nothing of it is found any more.
 */
final class EraseTask extends Task {
  private final List<Runnable> erasers;

  EraseTask(Runnable... erasers) {
    super("erase");
    this.erasers = List.of(erasers);
  }

  @Override
  public void execute(Map<String, List<String>> parameters, PrintWriter output) {
    erasers.forEach(Runnable::run);
  }
}
