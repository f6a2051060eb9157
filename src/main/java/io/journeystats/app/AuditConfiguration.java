package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.journeystats.audit.AuditSettings;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code audit} of the configuration, as written: how much is noted of who signed in,
 * was refused, or read files and lists of users.
 *
 * @param entriesOfTenant how many entries are kept of a tenant
 * @param keep how long an entry is kept
 * @param open how many different entries are summed up at the same time
 * @param openOfTenant how many of them of one tenant
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
    AuditSettings usual = AuditSettings.USUAL;
    return new AuditSettings(
        requireNonNullElse(entriesOfTenant, usual.entriesOfTenant()),
        keep == null ? usual.keep() : keep.toJavaDuration(),
        requireNonNullElse(open, usual.open()),
        requireNonNullElse(openOfTenant, usual.openOfTenant()));
  }
}
