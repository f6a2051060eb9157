package io.journeystats.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationParsingException;
import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.DataSize;
import io.journeystats.audit.AuditSettings;
import io.journeystats.cache.CacheSettings;
import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.rollup.RollupSettings;
import io.journeystats.tenant.TenantLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          cache: {maximumNumbers: 0}     | cache.maximumNumbers must be greater than 0
          rollup: {interval: 0s}         | rollup.interval must be greater than or equal to 1 MILLISECONDS
          rollup: {mostConversions: -1}  | rollup.mostConversions must be greater than or equal to 0
          erasure: {lease: 0s}           | erasure.lease must be greater than or equal to 1 MILLISECONDS
          keys: {within: 0s}             | keys.within must be greater than or equal to 1 SECONDS
          keys: {sessionLifetime: 0ms}   | keys.sessionLifetime must be greater than or equal to 1 SECONDS
          limits: {journeys: -5}         | limits.journeys must be greater than or equal to 0
          exports: {room: 1KiB}          | exports.room must be greater than or equal to 1 MEBIBYTES
          requests: {memory: {ofTenant: 1KiB}} | requests.memory.ofTenant must be greater than or equal to 64 KIBIBYTES
          clickhouse: {connections: 1001}| clickhouse.connections must be less than or equal to 1000
          clickhouse: {server: {user: ""}} | clickhouse.server.user must not be blank
          publicUrl: stats.example.com   | publicUrl must be http(s)://host[/path]
          publicUrl: "https://a/?b"      | publicUrl must be http(s)://host[/path]
          proxy: {trusted: "10.0.0.0/x"} | proxy.trusted must be addresses or networks such as 10.0.0.0/8, separated by commas
          proxy: {trusted: "10.0.0.1/33"}| proxy.trusted must be addresses or networks such as 10.0.0.0/8, separated by commas
          proxy: {trusted: "our.proxy"}  | proxy.trusted must be addresses or networks such as 10.0.0.0/8, separated by commas
          """)
  void anInvalidValueIsNamedWithTheValidOnes(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigurationValidationException.class)
        .hasMessage("config.yml has an error:%n  * %s%n".formatted(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "publicUrl:",
        "publicUrl: ''",
        "publicUrl: 'https://stats.example.com/here/'",
        "proxy: {trusted: ''}",
        "proxy: {trusted: '10.0.0.0/8, ::1, fd00::/8'}",
        "rollup: {margin: 0s, mostConversions: 0, mostDefinitionBytes: 0B}",
        "erasure: {patience: 0s, removal: 0s}"
      })
  void valuesUpToTheBoundsAreValid(String yaml) {
    assertThatCode(() -> read(yaml)).doesNotThrowAnyException();
  }

  @Test
  void anUnknownFieldIsNamedWithSimilarOnes() {
    assertThatThrownBy(() -> read("ingestion: {atonce: 3}"))
        .isInstanceOf(ConfigurationParsingException.class)
        .hasMessageContainingAll("Unrecognized field at: ingestion.atonce", "- atOnce\n")
        .satisfies(invalid -> assertThat(invalid.getStackTrace()).isEmpty());
  }

  @Test
  void theShippedFileHasTheDefaults() throws ConfigurationException, IOException {
    var shipped = read(Files.readString(Path.of("config.yml")));
    var defaults = read("{}");
    assertThat(shipped.clickhouse()).isEqualTo(defaults.clickhouse());
    assertThat(shipped.cache()).isEqualTo(defaults.cache());
    assertThat(shipped.rollup()).isEqualTo(defaults.rollup());
    assertThat(shipped.erasure()).isEqualTo(defaults.erasure());
    assertThat(shipped.audit()).isEqualTo(defaults.audit());
    assertThat(shipped.requests()).isEqualTo(defaults.requests());
    assertThat(shipped.ingestion()).isEqualTo(defaults.ingestion());
    assertThat(shipped.downloads()).isEqualTo(defaults.downloads());
    assertThat(shipped.exports().settings()).isEqualTo(defaults.exports().settings());
    assertThat(shipped.limits().ofTenant()).isEqualTo(defaults.limits().ofTenant());
    assertThat(shipped.keys().attempts()).isEqualTo(defaults.keys().attempts());
  }

  /** Reads a configuration as the service does when it starts. */
  private static JourneyStatsConfiguration read(String yaml)
      throws ConfigurationException, IOException {
    var application = new JourneyStatsApplication();
    var bootstrap = new Bootstrap<>(application);
    application.initialize(bootstrap);
    return bootstrap
        .getConfigurationFactoryFactory()
        .create(
            JourneyStatsConfiguration.class,
            bootstrap.getValidatorFactory().getValidator(),
            bootstrap.getObjectMapper(),
            "dw.test.unset")
        .build(
            new SubstitutingSourceProvider(
                _ -> new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                new EnvironmentVariableSubstitutor(false)),
            "config.yml");
  }
}
