package io.journeystats.app;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.dropwizard.core.setup.Environment;
import io.journeystats.stats.CachedStatistics;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.ToDoubleFunction;

/** The service's own figures on the admin port, as Prometheus reads them. */
final class Metrics {
  private Metrics() {}

  /** Serves all of Dropwizard's metrics, and those of the cache, under {@code /metrics}. */
  static void expose(Environment environment, CachedStatistics statistics) {
    MetricRegistry metrics = environment.metrics();
    gauge(metrics, "hits", statistics, CacheStats::hitCount);
    gauge(metrics, "misses", statistics, CacheStats::missCount);
    gauge(metrics, "evictions", statistics, CacheStats::evictionCount);
    gauge(metrics, "hit_rate", statistics, CacheStats::hitRate);

    PrometheusRegistry registry = new PrometheusRegistry();
    DropwizardExports.builder().dropwizardRegistry(metrics).register(registry);
    environment
        .admin()
        .addServlet("prometheus", new PrometheusMetricsServlet(registry))
        .addMapping("/metrics");
  }

  private static void gauge(
      MetricRegistry metrics,
      String name,
      CachedStatistics statistics,
      ToDoubleFunction<CacheStats> figure) {
    metrics.register(
        "statistics_cache_" + name,
        (Gauge<Double>) () -> figure.applyAsDouble(statistics.statistics()));
  }
}
