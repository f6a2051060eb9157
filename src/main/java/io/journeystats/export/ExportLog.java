package io.journeystats.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.http.Json;
import io.journeystats.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The jobs of all tenants in ClickHouse: every revision of each, of which the last one is the
 * present. A revision is taken by the first who asks for it and by no other, so what is decided on
 * the present can be relied on.
 *
 * <p>All of its methods throw {@link io.journeystats.clickhouse.StoreUnavailableException} where
 * ClickHouse does not answer.
 */
final class ExportLog {
  private static final String PRESENT =
      """
      SELECT job, status, toUnixTimestamp64Milli(created_at) AS at, toString(job_id) AS id
      FROM export_jobs
      WHERE %s
      ORDER BY tenant_id, job_id, revision DESC, change_id
      LIMIT 1 BY tenant_id, job_id
      """;

  private static final String UNDER_WAY = "status IN ('queued', 'running')";

  private final DSLContext database;
  private final ObjectMapper json = Json.mapper();

  ExportLog(DSLContext database) {
    this.database = database;
  }

  /**
   * Asks for the job's revision.
   *
   * @return whether it was taken; where not, somebody else has changed the job
   */
  boolean append(ExportJob job) {
    UUID change = UUID.randomUUID();
    // Asynchronous inserts are the server's default; they would gather rows of several tokens into
    // one block.
    database.execute(
        """
        INSERT INTO export_jobs (tenant_id, job_id, revision, change_id, created_at, status, job)
        SETTINGS async_insert = 0, insert_deduplicate = 1, insert_deduplication_token = '%s/%d'
        VALUES (?, ?, ?, ?, fromUnixTimestamp64Milli(?), ?, ?)
        """
            .formatted(job.id(), job.revision()),
        job.tenant().value(),
        job.id().toString(),
        job.revision(),
        change.toString(),
        job.createdAt().toEpochMilli(),
        job.status().key(),
        write(job));
    UUID taken =
        database
            .fetchSingle(
                """
                SELECT change_id FROM export_jobs
                WHERE tenant_id = ? AND job_id = ? AND revision = ? ORDER BY change_id LIMIT 1
                """,
                job.tenant().value(),
                job.id().toString(),
                job.revision())
            .get(0, UUID.class);
    return change.equals(taken);
  }

  /** The tenant's job with that id, if it has one. */
  Optional<ExportJob> find(TenantId tenant, UUID id) {
    return present("tenant_id = ? AND job_id = ?", tenant.value(), id.toString()).stream()
        .findFirst();
  }

  /** The jobs with these ids, whosever they are. */
  List<ExportJob> findAll(List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : present(
            "has(splitByChar(',', ?), toString(job_id))",
            String.join(",", ids.stream().map(UUID::toString).toList()));
  }

  /** Everybody's jobs that wait or run, the oldest first. */
  List<ExportJob> underWay() {
    return fetch(
        "SELECT job FROM (" + PRESENT.formatted("1") + ") WHERE " + UNDER_WAY + " ORDER BY at, id");
  }

  /** Everybody's jobs whose file is there, the oldest first. */
  List<ExportJob> withFile() {
    return fetch(
        "SELECT job FROM (" + PRESENT.formatted("1") + ") WHERE status = 'ready' ORDER BY at, id");
  }

  /**
   * The tenant's jobs, the latest first.
   *
   * @param after the key of the job before the page; empty for the first page
   * @param limit how many at most
   */
  List<ExportJob> list(TenantId tenant, Optional<ListKey> after, int limit) {
    ListKey key = after.orElse(ListKey.FIRST);
    return fetch(
        "SELECT job FROM ("
            + PRESENT.formatted("tenant_id = ?")
            + ") WHERE (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?",
        tenant.value(),
        key.createdAtMillis(),
        key.id(),
        limit);
  }

  private List<ExportJob> present(String condition, Object... bindings) {
    return fetch(PRESENT.formatted(condition), bindings);
  }

  private List<ExportJob> fetch(String sql, Object... bindings) {
    return database.resultQuery(sql, bindings).fetch(this::read);
  }

  private ExportJob read(Record row) {
    try {
      return json.readValue(row.get("job", String.class), ExportJob.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a job that cannot be read", impossible);
    }
  }

  private String write(ExportJob job) {
    try {
      return json.writeValueAsString(job);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a job that cannot be written", impossible);
    }
  }
}
