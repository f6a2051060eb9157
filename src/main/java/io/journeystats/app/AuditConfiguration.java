package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.journeystats.audit.AuditSettings;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code audit}: the limits of the audit log.
 *
 * @param entriesOfTenant the maximum number of entries per tenant
 * @param keep the retention of entries
 * @param open the maximum number of distinct entries that are counted at the same time
 * @param openOfTenant the maximum number of them per tenant
 */
record AuditConfiguration(
    @Nullable @Min(1) Integer entriesOfTenant,
    @Nullable @MinDuration(1) Duration keep,
    @Nullable @Min(1) Integer open,
    @Nullable @Min(1) Integer openOfTenant) {

  static AuditConfiguration defaults() {
    return new AuditConfiguration(null, null, null, null);
  }

  AuditSettings settings() {
    AuditSettings defaults = AuditSettings.DEFAULTS;
    return new AuditSettings(
        requireNonNullElse(entriesOfTenant, defaults.entriesOfTenant()),
        keep == null ? defaults.keep() : keep.toJavaDuration(),
        requireNonNullElse(open, defaults.open()),
        requireNonNullElse(openOfTenant, defaults.openOfTenant()));
  }
}
