package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The SQL dialect of ClickHouse, with queries over HTTP.
 *
 * @param database the database
 * @param zone the tenant's time zone
 */
record ClickHouseSql(Database database, String zone) implements HandWritten.Dialect {
  private static final String EARLIEST = "toDateTime64('1900-01-01 00:00:00', 3, 'UTC')";
  private static final String LATEST = "toDateTime64('2200-01-01 00:00:00', 3, 'UTC')";

  /** The instant from which the rollup numbers quarter hours. */
  private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

  @Override
  public Map<String, String> values(int journey, JsonNode period) {
    boolean bounded = period.path("from").isTextual();
    String from = bounded ? instant(period.get("from")) : EARLIEST;
    String to = bounded ? instant(period.get("to")) : LATEST;
    return Map.of(
        "tenant",
        "'" + BenchTenant.MEASURED.id() + "'",
        "journey",
        "toUUID('" + BenchTenant.journeyId(journey) + "')",
        "nobody",
        "toUUID('00000000-0000-0000-0000-000000000000')",
        "zone",
        "'" + zone + "'",
        "from",
        from,
        "to",
        to,
        "inside",
        bounded ? "time >= %s AND time < %s".formatted(from, to) : "1",
        "entered",
        bounded
            ? "arrayFilter(key -> key >= %s AND key < %s, keys)"
                .formatted(entranceKey(period.get("from")), entranceKey(period.get("to")))
            : "keys",
        "quarters",
        bounded
            ? "quarter_hour >= %d AND quarter_hour < %d"
                .formatted(quarterHour(period.get("from")), quarterHour(period.get("to")))
            : "1");
  }

  private static long quarterHour(JsonNode time) {
    return Duration.between(BEGINNING, Instant.parse(time.textValue())).toMinutes() / 15;
  }

  private static String entranceKey(JsonNode time) {
    return "bitShiftLeft(toUInt128(%d), 64)"
        .formatted(Duration.between(BEGINNING, Instant.parse(time.textValue())).toMillis());
  }

  private static String instant(JsonNode time) {
    return "fromUnixTimestamp64Milli(toInt64(%d), 'UTC')"
        .formatted(Instant.parse(time.textValue()).toEpochMilli());
  }

  @Override
  public HandWritten.Query query(String sql) {
    Request request = database.request(sql + Rows.FORMAT);
    return new HandWritten.Query() {
      @Override
      public void run() throws IOException {
        var _ = database.send(request);
      }

      @Override
      public Rows rows() throws IOException {
        return Rows.of(database.send(request));
      }
    };
  }
}
