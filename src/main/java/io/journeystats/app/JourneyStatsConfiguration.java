package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.journeystats.audit.AuditSettings;
import io.journeystats.cache.CacheSettings;
import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.erasure.ErasureSettings;
import io.journeystats.http.TrustedProxies;
import io.journeystats.rollup.RollupSettings;
import io.journeystats.webhook.WebhookConfiguration;
import jakarta.validation.Valid;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service's configuration, as {@code config.yml} gives it; what is absent gets its default. */
public final class JourneyStatsConfiguration extends Configuration {
  private final Optional<Path> dataDirectory;
  @Valid private final ClickHouseConfiguration clickhouse;
  private final CacheSettings cache;
  private final RollupSettings rollup;
  @Valid private final RequestLimits requests;
  @Valid private final IngestionLimits ingestion;
  @Valid private final KeySettings keys;
  private final WebhookConfiguration webhooks;
  @Valid private final ExportConfiguration exports;
  @Valid private final DownloadLimits downloads;
  private final AdminSettings admin;
  private final TrustedProxies proxies;
  @Valid private final LimitSettings limits;
  @Valid private final AuditConfiguration audit;
  @Valid private final ErasureConfiguration erasure;
  private final boolean alone;

  /** Makes the configuration. */
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
    this.cache =
        requireNonNullElseGet(cache, () -> new Cache(null, null, null, null, null)).settings();
    this.rollup =
        requireNonNullElseGet(rollup, () -> new Rollup(null, null, null, null)).settings();
    this.requests = requireNonNullElseGet(requests, RequestLimits::defaults);
    this.ingestion = requireNonNullElseGet(ingestion, IngestionLimits::defaults);
    this.keys = requireNonNullElseGet(keys, KeySettings::defaults);
    this.webhooks = requireNonNullElseGet(webhooks, WebhookConfiguration::none);
    this.exports = requireNonNullElseGet(exports, ExportConfiguration::defaults);
    this.downloads = requireNonNullElseGet(downloads, DownloadLimits::defaults);
    this.admin = requireNonNullElseGet(admin, AdminSettings::defaults);
    this.proxies = TrustedProxies.of(proxy == null ? null : proxy.trusted(), publicUrl);
    this.limits = requireNonNullElseGet(limits, LimitSettings::defaults);
    this.audit = requireNonNullElseGet(audit, AuditConfiguration::defaults);
    this.erasure = requireNonNullElseGet(erasure, ErasureConfiguration::defaults);
    this.alone = requireNonNullElse(alone, false);
  }

  /** The service's own directory, in which by default all lies that it keeps. */
  Path dataDirectory() {
    return dataDirectory
        .or(() -> Optional.ofNullable(clickhouse.embedded().dataDirectory().getParent()))
        .orElse(Path.of("."));
  }

  /**
   * Makes what exists of the service's files private; see {@link PrivateFiles#restrictNew} for what
   * does not yet.
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

  /** How much a tenant may have. */
  LimitSettings limits() {
    return limits;
  }

  /**
   * Whether this is the only instance of the service that uses the store; of an embedded one it
   * always is.
   */
  boolean isAlone() {
    return alone || clickhouse.mode() == ClickHouseConfiguration.Mode.EMBEDDED;
  }

  /** How users are erased. */
  ErasureSettings erasure() {
    return erasure.settings(isAlone());
  }

  /** Which ClickHouse, and how the service talks to it. */
  public ClickHouseConfiguration clickhouse() {
    return clickhouse;
  }

  /** How much of the answers is remembered, and how long. */
  public CacheSettings cache() {
    return cache;
  }

  /** How many requests are served at once. */
  public RequestLimits requests() {
    return requests;
  }

  /** How much of events is taken in at once. */
  public IngestionLimits ingestion() {
    return ingestion;
  }

  /** How keys and sessions are dealt with. */
  KeySettings keys() {
    return keys;
  }

  /** Whose messaging providers may report, and what proves it. */
  public WebhookConfiguration webhooks() {
    return webhooks;
  }

  /** How files are made in the background. */
  public ExportConfiguration exports() {
    return exports;
  }

  /** How many files are read at once. */
  DownloadLimits downloads() {
    return downloads;
  }

  /** Which proxies are believed. */
  TrustedProxies proxies() {
    return proxies;
  }

  /** Who may ask the admin port. */
  AdminSettings admin() {
    return admin;
  }

  /** How much is noted of who did what. */
  AuditSettings audit() {
    return audit.settings();
  }

  /** How the rollup follows the events. */
  public RollupSettings rollup() {
    return rollup;
  }

  /** The section {@code rollup}, as written. */
  record Rollup(
      @Nullable Duration interval,
      @Nullable Duration margin,
      @Nullable Long mostConversions,
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

  /** The section {@code cache}, as written. */
  record Cache(
      @Nullable Long maximumNumbers,
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
