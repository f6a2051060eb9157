package io.journeystats.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * The time that processes spent on processors.
 *
 * @param seconds how much time passed
 * @param service what the service took of it, in seconds of one processor
 * @param clickHouse what ClickHouse took
 * @param client what this program took, which asks and measures
 */
record ProcessorTime(double seconds, double service, double clickHouse, double client) {
  /** What each has taken since it began. */
  static ProcessorTime of(World world) {
    return of(world.service().process(), world.engineProcess());
  }

  /** What these and this program have taken since they began. */
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
