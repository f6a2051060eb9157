package io.journeystats.audit;

import io.journeystats.clickhouse.LogQuery;
import java.util.Optional;

/**
 * A query for audit entries.
 *
 * @param kind the kind of entries; empty for all
 * @param selection the tenant, API key and page
 */
public record AuditQuery(Optional<AuditKind> kind, LogQuery selection) {}
