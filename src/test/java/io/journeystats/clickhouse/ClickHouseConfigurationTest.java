package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.OperatingSystemMXBean;
import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClickHouseConfigurationTest {
  @Test
  void hasADefaultForEverything() throws Exception {
    var memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    var expected =
        new ClickHouseConfiguration(
            ClickHouseConfiguration.Mode.EMBEDDED,
            new ClickHouseConfiguration.Embedded(
                Path.of("data/clickhouse"),
                Path.of("clickhouse/embedded"),
                18123,
                DataSize.bytes(memory / 2)),
            new ClickHouseConfiguration.Server(
                "http://127.0.0.1:8123", "default", "", "journey_stats", Duration.minutes(5)),
            32,
            Duration.seconds(60),
            new ClickHouseConfiguration.Statistics(
                8, 4, 200, Duration.seconds(10), Duration.seconds(20), null, null, 0, 1_000_000),
            new ClickHouseConfiguration.Exports(16, Duration.minutes(30)));
    assertThat(ClickHouseConfiguration.defaults()).isEqualTo(expected);
    assertThat(read("{embedded: {}, server: {}, statistics: {}, exports: {}}")).isEqualTo(expected);
  }

  @Test
  void readsEverySetting() throws Exception {
    var yaml =
        """
        mode: server
        embedded: {dataDirectory: /d, enginePackageDirectory: /e, httpPort: 0, maxMemory: 1GiB}
        server: {url: "https://db.example:8443", user: u, password: secret, database: d, startTimeout: 10s}
        connections: 5
        queryTimeout: 10s
        statistics:
          atOnce: 1
          atOnceOfTenant: 2
          queueOfTenant: 3
          queueTimeout: 4s
          timeout: 5s
          maxMemory: 1GiB
          maxMemoryOfAll: 2GiB
          threads: 6
          maxRows: 7
        exports: {connections: 8, timeout: 9s}
        """;
    assertThat(read(yaml))
        .isEqualTo(
            new ClickHouseConfiguration(
                ClickHouseConfiguration.Mode.SERVER,
                new ClickHouseConfiguration.Embedded(
                    Path.of("/d"), Path.of("/e"), 0, DataSize.gibibytes(1)),
                new ClickHouseConfiguration.Server(
                    "https://db.example:8443", "u", "secret", "d", Duration.seconds(10)),
                5,
                Duration.seconds(10),
                new ClickHouseConfiguration.Statistics(
                    1,
                    2,
                    3,
                    Duration.seconds(4),
                    Duration.seconds(5),
                    DataSize.gibibytes(1),
                    DataSize.gibibytes(2),
                    6,
                    7),
                new ClickHouseConfiguration.Exports(8, Duration.seconds(9))));
  }

  @Test
  void reportsAllErrorsAtOnce() {
    var yaml =
        """
        embedded: {httpPort: 70000, maxMemory: 1MiB}
        server: {url: "localhost", user: "", database: "a b"}
        connections: 0
        queryTimeout: 1ms
        statistics: {atOnce: 0, queueTimeout: 0s, maxMemory: 1MiB}
        """;
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigurationValidationException.class)
        .hasMessageContainingAll(
            "embedded.httpPort",
            "embedded.maxMemory",
            "server.url",
            "server.user",
            "server.database",
            "connections",
            "queryTimeout",
            "statistics.atOnce",
            "statistics.queueTimeout",
            "statistics.maxMemory");
  }

  @Test
  void neverShowsAPassword() throws Exception {
    assertThat(read("{server: {password: secret}}").toString()).doesNotContain("secret");
  }

  private static ClickHouseConfiguration read(String yaml) throws Exception {
    return new YamlConfigurationFactory<>(
            ClickHouseConfiguration.class,
            Validators.newValidator(),
            Jackson.newObjectMapper(),
            "dw")
        .build(_ -> new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "config.yml");
  }
}
