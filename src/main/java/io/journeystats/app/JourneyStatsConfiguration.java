package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.journeystats.audit.AuditSettings;
import io.journeystats.cache.CacheSettings;
import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.erasure.ErasureSettings;
import io.journeystats.http.TrustedProxies;
import io.journeystats.rollup.RollupSettings;
import io.journeystats.webhook.WebhookConfiguration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of the service, read from {@code config.yml}; missing values have their
 * defaults.
 */
public final class JourneyStatsConfiguration extends Configuration {
  private final Optional<Path> dataDirectory;
  @Valid private final ClickHouseConfiguration clickhouse;
  @Valid private final Cache cache;
  @Valid private final Rollup rollup;
  @Valid private final RequestLimits requests;
  @Valid private final IngestionLimits ingestion;
  @Valid private final KeySettings keys;
  private final WebhookConfiguration webhooks;
  @Valid private final ExportConfiguration exports;
  @Valid private final DownloadLimits downloads;
  private final AdminSettings admin;

  @Pattern(regexp = "(https?://[^\\s?#]+)?", message = "must be http(s)://host[/path]")
  private final @Nullable String publicUrl;

  @Valid private final ProxySettings proxy;
  @Valid private final LimitSettings limits;
  @Valid private final AuditConfiguration audit;
  @Valid private final ErasureConfiguration erasure;
  private final boolean alone;

  /** Creates the configuration. */
  @JsonCreator
  public JourneyStatsConfiguration(
      @JsonProperty("dataDirectory") @Nullable Path dataDirectory,
      @JsonProperty("clickhouse") @Nullable ClickHouseConfiguration clickhouse,
      @JsonProperty("cache") @Nullable Cache cache,
      @JsonProperty("rollup") @Nullable Rollup rollup,
      @JsonProperty("requests") @Nullable RequestLimits requests,
      @JsonProperty("ingestion") @Nullable IngestionLimits ingestion,
      @JsonProperty("keys") @Nullable KeySettings keys,
      @JsonProperty("webhooks") @Nullable WebhookConfiguration webhooks,
      @JsonProperty("exports") @Nullable ExportConfiguration exports,
      @JsonProperty("downloads") @Nullable DownloadLimits downloads,
      @JsonProperty("admin") @Nullable AdminSettings admin,
      @JsonProperty("publicUrl") @Nullable String publicUrl,
      @JsonProperty("proxy") @Nullable ProxySettings proxy,
      @JsonProperty("limits") @Nullable LimitSettings limits,
      @JsonProperty("audit") @Nullable AuditConfiguration audit,
      @JsonProperty("erasure") @Nullable ErasureConfiguration erasure,
      @JsonProperty("alone") @Nullable Boolean alone) {
    this.dataDirectory = Optional.ofNullable(dataDirectory);
    this.clickhouse = requireNonNullElseGet(clickhouse, ClickHouseConfiguration::defaults);
    this.cache = requireNonNullElseGet(cache, () -> new Cache(null, null, null, null, null));
    this.rollup = requireNonNullElseGet(rollup, () -> new Rollup(null, null, null, null));
    this.requests = requireNonNullElseGet(requests, RequestLimits::defaults);
    this.ingestion = requireNonNullElseGet(ingestion, IngestionLimits::defaults);
    this.keys = requireNonNullElseGet(keys, KeySettings::defaults);
    this.webhooks = requireNonNullElseGet(webhooks, WebhookConfiguration::none);
    this.exports = requireNonNullElseGet(exports, ExportConfiguration::defaults);
    this.downloads = requireNonNullElseGet(downloads, DownloadLimits::defaults);
    this.admin = requireNonNullElseGet(admin, AdminSettings::defaults);
    this.publicUrl = publicUrl;
    this.proxy = requireNonNullElseGet(proxy, () -> new ProxySettings(null));
    this.limits = requireNonNullElseGet(limits, LimitSettings::defaults);
    this.audit = requireNonNullElseGet(audit, AuditConfiguration::defaults);
    this.erasure = requireNonNullElseGet(erasure, ErasureConfiguration::defaults);
    this.alone = requireNonNullElse(alone, false);
  }

  /** Returns the service's own directory, the default location of all of its files. */
  Path dataDirectory() {
    return dataDirectory
        .or(() -> Optional.ofNullable(clickhouse.embedded().dataDirectory().getParent()))
        .orElse(Path.of("."));
  }

  /**
   * Restricts the permissions of existing files of the service; see {@link
   * PrivateFiles#restrictNew} for new ones.
   */
  void restrictFiles() {
    dataDirectory.ifPresent(PrivateFiles::restrict);
    PrivateFiles.restrictTree(dataDirectory().resolve("log"));
    PrivateFiles.restrictTree(dataDirectory().resolve("demo.json"));
    if (clickhouse.mode() == ClickHouseConfiguration.Mode.EMBEDDED) {
      PrivateFiles.restrictTree(clickhouse.embedded().dataDirectory());
    }
    if (!exports.bucket().isNamed()) {
      PrivateFiles.restrictTree(exports.directory());
    }
  }

  /** Returns the limits of tenants. */
  LimitSettings limits() {
    return limits;
  }

  /**
   * Returns whether this is the only instance of the service that uses the store, which is always
   * true of an embedded one.
   */
  boolean isAlone() {
    return alone || clickhouse.mode() == ClickHouseConfiguration.Mode.EMBEDDED;
  }

  /** Returns the settings of user erasures. */
  ErasureSettings erasure() {
    return erasure.settings(isAlone());
  }

  /** Returns the configuration of ClickHouse. */
  public ClickHouseConfiguration clickhouse() {
    return clickhouse;
  }

  /** Returns the settings of the answer cache. */
  public CacheSettings cache() {
    return cache.settings();
  }

  /** Returns the limits of requests. */
  public RequestLimits requests() {
    return requests;
  }

  /** Returns the limits of event ingestion. */
  public IngestionLimits ingestion() {
    return ingestion;
  }

  /** Returns the settings of API keys and sessions. */
  KeySettings keys() {
    return keys;
  }

  /** Returns the webhooks of messaging providers. */
  public WebhookConfiguration webhooks() {
    return webhooks;
  }

  /** Returns the configuration of exports. */
  public ExportConfiguration exports() {
    return exports;
  }

  /** Returns the limits of downloads. */
  DownloadLimits downloads() {
    return downloads;
  }

  /** Returns the trusted proxies. */
  TrustedProxies proxies() {
    return TrustedProxies.of(proxy.trusted(), publicUrl);
  }

  /** Returns the settings of the admin port. */
  AdminSettings admin() {
    return admin;
  }

  /** Returns the settings of the audit log. */
  AuditSettings audit() {
    return audit.settings();
  }

  /** Returns the settings of the rollup. */
  public RollupSettings rollup() {
    return rollup.settings();
  }

  /** The configuration section {@code rollup}. */
  record Rollup(
      @Nullable @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration interval,
      @Nullable Duration margin,
      @Nullable @PositiveOrZero Long mostConversions,
      @Nullable DataSize mostDefinitionBytes) {

    RollupSettings settings() {
      return new RollupSettings(
          requireNonNullElseGet(interval, () -> Duration.seconds(5)).toJavaDuration(),
          requireNonNullElseGet(margin, () -> Duration.seconds(60)).toJavaDuration(),
          requireNonNullElse(mostConversions, RollupSettings.DEFAULT_MOST_CONVERSIONS),
          mostDefinitionBytes == null
              ? RollupSettings.DEFAULT_MOST_DEFINITION_BYTES
              : mostDefinitionBytes.toBytes());
    }
  }

  /** The configuration section {@code cache}. */
  record Cache(
      @Nullable @Positive Long maximumNumbers,
      @Nullable Duration runningLifetime,
      @Nullable Duration busyLifetime,
      @Nullable Duration endedLifetime,
      @Nullable Duration staleLifetime) {

    CacheSettings settings() {
      return new CacheSettings(
          requireNonNullElse(maximumNumbers, 1_000_000L),
          requireNonNullElseGet(runningLifetime, () -> Duration.seconds(10)).toJavaDuration(),
          requireNonNullElseGet(busyLifetime, () -> Duration.seconds(1)).toJavaDuration(),
          requireNonNullElseGet(endedLifetime, () -> Duration.hours(24)).toJavaDuration(),
          requireNonNullElseGet(staleLifetime, () -> Duration.hours(24)).toJavaDuration());
    }
  }
}
