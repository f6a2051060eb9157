package io.journeystats.app;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import io.dropwizard.core.setup.Environment;
import io.journeystats.audit.AuditLog;
import io.journeystats.cache.CacheStats;
import io.journeystats.cache.QueryLimiter;
import io.journeystats.http.ConnectionLimit;
import io.journeystats.http.MinimumRateHandler;
import io.journeystats.rollup.RollupTask;
import io.journeystats.rollup.TenantEraser;
import io.journeystats.tenant.AdmissionHandler;
import io.journeystats.tenant.Limit;
import io.journeystats.tenant.LimitGauges;
import io.journeystats.tenant.Tenants;
import io.journeystats.webhook.WebhookCounters;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** The service's metrics in Prometheus format on the admin port. */
final class Metrics {
  private Metrics() {}

  /** Exposes Dropwizard's metrics and those of statistics, the rollup and webhooks. */
  static void expose(
      Environment environment,
      CacheStats cache,
      QueryLimiter queryLimiter,
      RollupTask rollup,
      WebhookCounters webhooks) {
    MetricRegistry metrics = environment.metrics();
    gauge(metrics, "statistics_cache_hits", cache::hits);
    gauge(metrics, "statistics_cache_misses", cache::misses);
    gauge(metrics, "statistics_cache_hit_rate", cache::hitRate);
    gauge(metrics, "statistics_cache_stale", cache::stale);
    gauge(metrics, "statistics_cache_evictions", cache::evictions);
    gauge(metrics, "statistics_cache_size", cache::size);
    metrics.register("statistics_runs", cache.executions());
    gauge(metrics, "statistics_running", queryLimiter::running);
    gauge(metrics, "statistics_waiting", queryLimiter::waiting);
    gauge(metrics, "statistics_refused_tenant", queryLimiter::refusedToTenants);
    gauge(metrics, "statistics_refused_full", queryLimiter::refusedToAll);

    gauge(metrics, "rollup_behind_seconds", rollup::behindSeconds);

    gauge(metrics, "webhooks_events_accepted", webhooks::accepted);
    gauge(metrics, "webhooks_events_rejected", webhooks::rejected);
    gauge(metrics, "webhooks_events_not_ours", webhooks::notOurs);
    gauge(metrics, "webhooks_events_of_other_kinds", webhooks::ofOtherKinds);
    gauge(metrics, "webhooks_requests_unsigned", webhooks::unsigned);

    PrometheusRegistry registry = new PrometheusRegistry();
    DropwizardExports.builder().dropwizardRegistry(metrics).register(registry);
    environment
        .admin()
        .addServlet("prometheus", new PrometheusMetricsServlet(registry))
        .addMapping("/metrics");
  }

  /** Registers the metrics of request and connection limits. */
  static void expose(
      MetricRegistry metrics,
      AdmissionHandler admission,
      MinimumRateHandler minimumRate,
      ConnectionLimit connections) {
    gauge(metrics, "requests_refused_tenant", admission::refusedToTenants);
    gauge(metrics, "requests_refused_address", admission::refusedToAddresses);
    gauge(metrics, "requests_refused_full", admission::refusedToAll);
    gauge(metrics, "requests_with_slow_body", minimumRate::slowBodies);
    gauge(metrics, "answers_read_slowly", minimumRate::slowReaders);
    gauge(metrics, "clients_gone", minimumRate::disconnected);
    gauge(metrics, "connections_refused", connections::refused);
    gauge(metrics, "connections_without_request", connections::silent);
  }

  /** Registers the metrics of the audit log. */
  static void expose(MetricRegistry metrics, AuditLog audit) {
    gauge(metrics, "audit_entries_pending", audit::pending);
  }

  /** Registers the metrics of tenants and their limits. */
  static void expose(
      MetricRegistry metrics, Tenants tenants, LimitGauges limits, TenantEraser eraser) {
    gauge(metrics, "tenants", () -> tenants.all().size());
    gauge(metrics, "tenants_removing", tenants::toErase);
    gauge(metrics, "tenants_with_removal_pending", eraser::pending);
    for (Limit limit : Limit.values()) {
      gauge(metrics, "limit_share_" + limit.key(), () -> limits.highestShare(limit));
    }
  }

  private static <N extends Number> void gauge(
      MetricRegistry metrics, String name, Gauge<N> gauge) {
    metrics.register(name, gauge);
  }
}
