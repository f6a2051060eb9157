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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of all tenants in ClickHouse: every revision of each, of which the last one is the
 * present. A revision is taken by the first who asks for it and by no other, so what is decided on
 * the present can be relied on.
 *
 * <p>All of its methods throw {@link io.journeystats.clickhouse.StoreUnavailableException} where
 * ClickHouse does not answer.
 */
final class ExportJobStore {
  private static final String PRESENT =
      """
      SELECT job, status, toUnixTimestamp64Milli(created_at) AS at, toString(job_id) AS id, tenant_id, revision
      FROM export_jobs
      WHERE %s
      ORDER BY tenant_id, job_id, revision DESC, change_id
      LIMIT 1 BY tenant_id, job_id
      """;

  private static final Logger LOG = LoggerFactory.getLogger(ExportJobStore.class);

  private static final String UNDER_WAY = "status IN ('queued', 'running')";

  static final String TABLE = "export_jobs";

  private static final Field<String> TENANT = field(name("tenant_id"), String.class);
  private static final Field<String> JOB_ID = field(name("job_id"), String.class);
  private static final Field<Integer> REVISION = field(name("revision"), Integer.class);
  private static final Field<Object> CREATED_AT = field(name("created_at"), Object.class);
  private static final Field<String> STATUS = field(name("status"), String.class);
  private static final Field<String> JOB = field(name("job"), String.class);

  private final DSLContext database;
  private final InsertIfAbsent rows;
  private final ObjectMapper json = Json.mapper();

  ExportJobStore(DSLContext database) {
    this(database, new InsertIfAbsent(database, TABLE));
  }

  /** A log that inserts with other bounds. */
  ExportJobStore(DSLContext database, InsertIfAbsent rows) {
    this.database = database;
    this.rows = rows;
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

  /** The tenant's job with that id, if it has one; failed where it cannot be read. */
  Optional<ExportJob> find(TenantId tenant, UUID id) {
    return rows(PRESENT.formatted("tenant_id = ? AND job_id = ?"), tenant.value(), id.toString())
        .stream()
        .map(Row::job)
        .findFirst();
  }

  /** The jobs with these ids, whosever they are, as far as they can be read. */
  List<ExportJob> findAll(List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : readable(
            rows(
                PRESENT.formatted("has(splitByChar(',', ?), toString(job_id))"),
                String.join(",", ids.stream().map(UUID::toString).toList())));
  }

  /** Everybody's jobs that wait or run, the oldest first. */
  UnderWay underWay() {
    List<Row> rows =
        rows(
            "SELECT * FROM ("
                + PRESENT.formatted("1")
                + ") WHERE "
                + UNDER_WAY
                + " ORDER BY at, id");
    return new UnderWay(
        readable(rows), rows.stream().filter(row -> !row.readable()).map(Row::job).toList());
  }

  /**
   * Jobs that wait or run.
   *
   * @param jobs those that can be read
   * @param unreadable the others, such as those that a later version of the service was asked for
   */
  record UnderWay(List<ExportJob> jobs, List<ExportJob> unreadable) {
    /** All of them. */
    List<ExportJob> all() {
      return Stream.concat(jobs.stream(), unreadable.stream()).toList();
    }
  }

  /** Everybody's jobs whose file is there, as far as they can be read, the oldest first. */
  List<ExportJob> withFile() {
    return readable(
        rows(
            "SELECT * FROM ("
                + PRESENT.formatted("1")
                + ") WHERE status = 'ready' ORDER BY at, id"));
  }

  /** The tenant's jobs that wait or run or whose file is there, as far as they can be read. */
  List<ExportJob> withData(TenantId tenant) {
    return readable(
        rows(
            "SELECT * FROM ("
                + PRESENT.formatted("tenant_id = ?")
                + ") WHERE status = 'ready' OR "
                + UNDER_WAY,
            tenant.value()));
  }

  /**
   * The tenant's jobs, the latest first; failed where they cannot be read.
   *
   * @param after the key of the job before the page; empty for the first page
   * @param limit how many at most
   */
  List<ExportJob> list(TenantId tenant, Optional<ExportPosition> after, int limit) {
    ExportPosition key = after.orElse(ExportPosition.FIRST);
    return rows(
            "SELECT * FROM ("
                + PRESENT.formatted("tenant_id = ?")
                + ") WHERE (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?",
            tenant.value(),
            key.createdAtMillis(),
            key.id(),
            limit)
        .stream()
        .map(Row::job)
        .toList();
  }

  /** Removes all jobs of a tenant. */
  void removeAll(TenantId tenant) {
    database.execute(
        "ALTER TABLE " + TABLE + " DELETE WHERE tenant_id = ? SETTINGS mutations_sync = 1",
        tenant.value());
  }

  /** A job, and whether it could be read; where not, it is known by its columns. */
  private record Row(ExportJob job, boolean readable) {}

  private static List<ExportJob> readable(List<Row> rows) {
    return rows.stream().filter(Row::readable).map(Row::job).toList();
  }

  private List<Row> rows(String sql, Object... bindings) {
    return database.resultQuery(sql, bindings).fetch(this::read);
  }

  /** One job that cannot be read must not take all others along. */
  private Row read(Record row) {
    String job = row.get("job", String.class);
    try {
      return new Row(json.readValue(job, ExportJob.class), true);
    } catch (JsonProcessingException unreadable) {
      String id = row.get("id", String.class);
      LOG.debug("The export {} cannot be read", id, unreadable);
      return new Row(
          ExportJob.unreadable(
              UUID.fromString(id),
              row.get("revision", Integer.class),
              new TenantId(row.get("tenant_id", String.class)),
              kind(job),
              Instant.ofEpochMilli(row.get("at", Long.class))),
          false);
    }
  }

  private ExportKind kind(String job) {
    try {
      return ExportKind.find(json.readTree(job).at("/question/kind").asText())
          .orElse(ExportKind.JOURNEYS);
    } catch (JsonProcessingException _) {
      return ExportKind.JOURNEYS;
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
