package io.journeystats.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.stats.CacheSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JourneyStatsConfigurationTest {
  @Test
  void whatIsAbsentGetsItsDefault() {
    JourneyStatsConfiguration configuration = new JourneyStatsConfiguration(null, null);
    assertThat(configuration.clickhouse()).isEqualTo(ClickHouseConfiguration.defaults());
    assertThat(configuration.cache())
        .isEqualTo(
            new CacheSettings(
                1_000_000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofHours(24),
                Duration.ofHours(24)));
  }
}
