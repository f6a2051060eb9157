package io.journeystats.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * The processor time of the service and the embedded engine without requests and events.
 *
 * @param processorTime the time of both processes
 */
record Idle(ProcessorTime processorTime) {
  private static final long CALM_SECONDS = 90;
  private static final long SECONDS = 120;

  static Idle measure(Settings settings) throws IOException, InterruptedException {
    try (ServiceProcess service = ServiceProcess.startEmbedded(settings)) {
      // By then, start-up work is done and code is compiled.
      TimeUnit.SECONDS.sleep(CALM_SECONDS);
      ProcessHandle engine = service.process().children().findFirst().orElseThrow();
      ProcessorTime before = ProcessorTime.of(service.process(), engine);
      TimeUnit.SECONDS.sleep(SECONDS);
      Idle idle = new Idle(ProcessorTime.of(service.process(), engine).since(before));
      Progress.say(idle);
      return idle;
    }
  }

  /** The total processor time as a share of one processor. */
  double share() {
    return (processorTime.service() + processorTime.clickHouse()) / processorTime.seconds();
  }
}
