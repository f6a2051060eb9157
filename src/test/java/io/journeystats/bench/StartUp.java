package io.journeystats.bench;

import java.io.IOException;

/**
 * How long the service takes to start with the embedded engine on the run's data.
 *
 * @param readyMillis from the start of the process to the first answer
 * @param dashboardMillis from there to the first dashboard
 */
record StartUp(long readyMillis, long dashboardMillis) {
  static StartUp measure(Settings settings) throws IOException, InterruptedException {
    try (ServiceProcess service = ServiceProcess.startEmbedded(settings);
        Api operator = service.operator();
        Api api = BenchTenant.MEASURED.signIn(operator)) {
      long begin = System.nanoTime();
      api.sendWell(api.get(Endpoint.ALL.getFirst().path(1, "30d")));
      return new StartUp(service.start().toMillis(), (System.nanoTime() - begin) / 1_000_000);
    }
  }
}
