package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * DuckDB in this process, with the same events: without duplicates, in the order of the service's
 * table, and in DuckDB's own file format. Like ClickHouse, it has one thread per processor.
 */
final class DuckDb implements HandWritten.Dialect, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXPORT = Path.of("bench/sql/duckdb.sql");

  private final Connection connection;
  private final String zone;

  private DuckDb(Connection connection, String zone) {
    this.connection = connection;
    this.zone = zone;
  }

  /** Loads all events of ClickHouse. */
  static DuckDb load(World world, Path directory) throws IOException {
    Path folder = directory.resolve("duckdb");
    DataSet.clear(folder);
    Path parquet = folder.resolve("events.parquet");
    long begin = System.nanoTime();
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(parquet))) {
      world.database().pass(world.database().request(Files.readString(EXPORT)), file);
    }
    try {
      DuckDb duckDb =
          new DuckDb(
              DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("events.duckdb")),
              world.dataSet().zone());
      duckDb.load(parquet);
      Files.delete(parquet);
      Progress.say(
          "DuckDB has its events after %.0f s".formatted((System.nanoTime() - begin) / 1e9));
      return duckDb;
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private void load(Path parquet) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      statement.execute(
          "CREATE TYPE event_type AS ENUM (SELECT DISTINCT type FROM '%s')".formatted(parquet));
      // In the service's order.
      statement.execute(
          "CREATE TYPE event_channel AS ENUM ('', 'push', 'in_app', 'email', 'sms', 'whatsapp')");
      statement.execute(
          """
          CREATE TABLE events AS
          SELECT
              tenant_id, CAST(journey_id AS UUID) AS journey_id, CAST(type AS event_type) AS type, CAST(time AS TIMESTAMP) AS time, user_id, hwid,
              step_id, CAST(channel AS event_channel) AS channel, CAST(message_key AS UHUGEINT) AS message_key, goal_id, reason, event_name, properties
          FROM '%s'
          """
              .formatted(parquet));
      statement.execute("CHECKPOINT");
    }
  }

  @Override
  public Map<String, String> values(int journey, JsonNode period) {
    boolean bounded = period.path("from").isTextual();
    String from = time(bounded ? Instant.parse(period.get("from").textValue()) : Instant.EPOCH);
    String to =
        bounded ? time(Instant.parse(period.get("to").textValue())) : "TIMESTAMP '2200-01-01'";
    long offset = ZoneId.of(zone).getRules().getOffset(Instant.now()).getTotalSeconds() * 1000L;
    Map<String, String> values = new HashMap<>();
    values.put("tenant", "'" + BenchTenant.MEASURED.id() + "'");
    values.put("journey", "UUID '%s'".formatted(BenchTenant.journeyId(journey)));
    values.put("nobody", "UUID '00000000-0000-0000-0000-000000000000'");
    values.put("offset", "(%d)".formatted(offset));
    values.put("from", from);
    values.put("to", to);
    values.put("inside", bounded ? "time >= %s AND time < %s".formatted(from, to) : "true");
    return values;
  }

  private static String time(Instant instant) {
    return "TIMESTAMP '%s'"
        .formatted(LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString().replace('T', ' '));
  }

  @Override
  public HandWritten.Query query(String sql) {
    return new HandWritten.Query() {
      @Override
      public void run() throws IOException {
        var _ = rows();
      }

      @Override
      public Rows rows() throws IOException {
        try (java.sql.Statement statement = connection.createStatement();
            ResultSet result = statement.executeQuery(sql)) {
          return read(result);
        } catch (SQLException failure) {
          throw new IOException(sql, failure);
        }
      }
    };
  }

  private static Rows read(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    List<JsonNode> rows = new ArrayList<>();
    while (result.next()) {
      ObjectNode row = JSON.createObjectNode();
      for (int i = 1; i <= names.size(); i++) {
        row.set(names.get(i - 1), value(result.getObject(i)));
      }
      rows.add(row);
    }
    return new Rows(names, rows);
  }

  private static JsonNode value(Object value) throws SQLException {
    return switch (value) {
      case null -> JSON.nullNode();
      case Number number -> JSON.valueToTree(number);
      case Array list -> JSON.valueToTree(list.getArray());
      default -> JSON.valueToTree(value.toString());
    };
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }
}
