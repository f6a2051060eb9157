package io.journeystats.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.Duration;
import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.stats.CacheSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;

/** The service's configuration, as {@code config.yml} gives it; what is absent gets its default. */
public final class JourneyStatsConfiguration extends Configuration {
  @JsonProperty @Valid
  private ClickHouseConfiguration clickhouse = ClickHouseConfiguration.defaults();

  @JsonProperty @Valid private Cache cache = new Cache();

  /** Which ClickHouse, and how the service talks to it. */
  public ClickHouseConfiguration clickhouse() {
    return clickhouse;
  }

  /** How much of the answers is remembered, and how long. */
  public CacheSettings cache() {
    return new CacheSettings(
        cache.maximumNumbers,
        cache.runningLifetime.toJavaDuration(),
        cache.endedLifetime.toJavaDuration());
  }

  /** The section {@code cache}. */
  static final class Cache {
    /** A number takes some hundred bytes at the most. */
    @JsonProperty @Min(1)
    private long maximumNumbers = 1_000_000;

    /** An accepted event is in every answer after this time. */
    @JsonProperty private Duration runningLifetime = Duration.seconds(10);

    @JsonProperty private Duration endedLifetime = Duration.hours(24);
  }
}
