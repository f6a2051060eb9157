package io.journeystats.audit;

import io.journeystats.clickhouse.LogQuery;
import java.util.Optional;

/**
 * Which entries are wanted.
 *
 * @param kind of which kind; empty for all
 * @param selection of which tenant and key, and where they begin
 */
public record AuditQuery(Optional<AuditKind> kind, LogQuery selection) {}
