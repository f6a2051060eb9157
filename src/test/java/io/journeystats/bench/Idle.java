package io.journeystats.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * What the service with the embedded engine takes while nothing is asked and nothing comes in.
 *
 * @param processorTime of both processes
 */
record Idle(ProcessorTime processorTime) {
  private static final long CALM_SECONDS = 90;
  private static final long SECONDS = 120;

  static Idle measure(Settings settings) throws IOException, InterruptedException {
    try (ServiceProcess service = ServiceProcess.startEmbedded(settings)) {
      // What a start sets off is over by then, and code is compiled.
      TimeUnit.SECONDS.sleep(CALM_SECONDS);
      ProcessHandle engine = service.process().children().findFirst().orElseThrow();
      ProcessorTime before = ProcessorTime.of(service.process(), engine);
      TimeUnit.SECONDS.sleep(SECONDS);
      Idle idle = new Idle(ProcessorTime.of(service.process(), engine).since(before));
      Progress.say(idle);
      return idle;
    }
  }

  /** How much of one processor both take together. */
  double share() {
    return (processorTime.service() + processorTime.clickHouse()) / processorTime.seconds();
  }
}
