package io.journeystats.export;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.clickhouse.ClickHouseExpressions;
import io.journeystats.clickhouse.InsertIfAbsent;
import io.journeystats.http.Json;
import io.journeystats.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
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

  private static final Field<String> TENANT = field(name("tenant_id"), String.class);
  private static final Field<String> JOB_ID = field(name("job_id"), String.class);
  private static final Field<Integer> REVISION = field(name("revision"), Integer.class);
  private static final Field<Object> CREATED_AT = field(name("created_at"), Object.class);
  private static final Field<String> STATUS = field(name("status"), String.class);
  private static final Field<String> JOB = field(name("job"), String.class);

  private final DSLContext database;
  private final InsertIfAbsent rows;
  private final ObjectMapper json = Json.mapper();

  ExportLog(DSLContext database) {
    this.database = database;
    this.rows = new InsertIfAbsent(database, "export_jobs");
  }

  /**
   * Asks for the job's revision.
   *
   * @return whether it was taken; where not, somebody else has changed the job
   */
  boolean append(ExportJob job) {
    return rows.insert(
        new InsertIfAbsent.Candidate(
            job.id() + "/" + job.revision(),
            TENANT
                .eq(job.tenant().value())
                .and(JOB_ID.eq(job.id().toString()))
                .and(REVISION.eq(job.revision())),
            UUID.randomUUID(),
            Map.of(
                TENANT, val(job.tenant().value()),
                JOB_ID, val(job.id().toString()),
                REVISION, val(job.revision()),
                CREATED_AT, ClickHouseExpressions.instant(job.createdAt()),
                STATUS, val(job.status().key()),
                JOB, val(write(job)))));
  }

  /** Why the last change of a job could not be written; empty where it could. */
  Optional<String> trouble() {
    return rows.trouble();
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
