package io.journeystats.app;

import io.dropwizard.servlets.tasks.Task;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * The admin task {@code POST /tasks/erase}, which removes deleted and expired data from the disk
 * immediately, as far as its removal is due, instead of within a minute. The removal is recorded
 * the next time, when nothing is found any more.
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
