package io.journeystats.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * The processor time of processes.
 *
 * @param seconds the elapsed time
 * @param service the processor time of the service, in seconds
 * @param clickHouse the processor time of ClickHouse
 * @param client the processor time of the benchmark itself
 */
record ProcessorTime(double seconds, double service, double clickHouse, double client) {
  /** The processor time of each process since its start. */
  static ProcessorTime of(World world) {
    return of(world.service().process(), world.engineProcess());
  }

  /** The processor time of the given processes and of this one since their start. */
  static ProcessorTime of(ProcessHandle service, ProcessHandle clickHouse) {
    return new ProcessorTime(
        System.nanoTime() / 1e9,
        seconds(service),
        seconds(clickHouse),
        seconds(ProcessHandle.current()));
  }

  private static double seconds(ProcessHandle process) {
    Optional<Duration> taken = process.info().totalCpuDuration();
    return taken.map(time -> time.toNanos() / 1e9).orElse(0.0);
  }

  ProcessorTime since(ProcessorTime earlier) {
    return new ProcessorTime(
        seconds - earlier.seconds,
        service - earlier.service,
        clickHouse - earlier.clickHouse,
        client - earlier.client);
  }
}
