package io.journeystats.bench;

import java.io.IOException;

/**
 * The start-up time of the service with the embedded engine on the data of the run.
 *
 * @param readyMillis the time from the start of the process to the first response
 * @param dashboardMillis the time from there to the first dashboard
 */
record StartUp(long readyMillis, long dashboardMillis) {
  static StartUp measure(Settings settings) throws IOException, InterruptedException {
    try (ServiceProcess service = ServiceProcess.startEmbedded(settings);
        Api operator = service.operator();
        Api api = BenchTenant.MEASURED.signIn(operator)) {
      long begin = System.nanoTime();
      api.sendSuccessfully(api.get(Endpoint.ALL.getFirst().path(1, "30d")));
      return new StartUp(service.start().toMillis(), (System.nanoTime() - begin) / 1_000_000);
    }
  }
}
