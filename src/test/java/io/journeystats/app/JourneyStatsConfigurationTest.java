package io.journeystats.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.util.DataSize;
import io.journeystats.audit.AuditSettings;
import io.journeystats.cache.CacheSettings;
import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.rollup.RollupSettings;
import io.journeystats.tenant.TenantLimits;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JourneyStatsConfigurationTest {
  @Test
  void missingValuesHaveDefaults() {
    JourneyStatsConfiguration configuration =
        new JourneyStatsConfiguration(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null);
    assertThat(configuration.clickhouse()).isEqualTo(ClickHouseConfiguration.defaults());
    assertThat(configuration.cache())
        .isEqualTo(
            new CacheSettings(
                1_000_000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofHours(24),
                Duration.ofHours(24)));
    assertThat(configuration.audit()).isEqualTo(AuditSettings.DEFAULTS);
    assertThat(configuration.rollup())
        .isEqualTo(new RollupSettings(Duration.ofSeconds(5), Duration.ofMinutes(1)));
    assertThat(configuration.ingestion())
        .isEqualTo(
            IngestionLimits.of(
                DataSize.bytes(Runtime.getRuntime().maxMemory() / 16),
                DataSize.bytes(Runtime.getRuntime().maxMemory() / 16 / 2),
                32,
                16,
                4,
                2,
                io.dropwizard.util.Duration.hours(12),
                io.dropwizard.util.Duration.seconds(10)));
    assertThat(configuration.exports())
        .isEqualTo(
            ExportConfiguration.of(
                Path.of("data", "exports"),
                new BucketConfiguration(null, null, null, null, null, null),
                4,
                2,
                500,
                20,
                5,
                io.dropwizard.util.Duration.seconds(15),
                io.dropwizard.util.Duration.days(7),
                DataSize.gibibytes(20),
                DataSize.gibibytes(5),
                1_000,
                DataSize.gibibytes(2)));
    assertThat(configuration.limits().ofTenant()).isEqualTo(TenantLimits.DEFAULTS);
  }
}
