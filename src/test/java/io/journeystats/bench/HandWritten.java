package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SQL that somebody wrote by hand for an answer of the service, ready to be sent.
 *
 * @param statements what it consists of
 * @param requests the same as requests
 */
record HandWritten(List<Statement> statements, List<Request> requests) {
  private static final String EARLIEST = "toDateTime64('1900-01-01 00:00:00', 3, 'UTC')";
  private static final String LATEST = "toDateTime64('2200-01-01 00:00:00', 3, 'UTC')";

  /** What the rollup counts its quarter hours from. */
  private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

  /** The file's statements about the journey and the period of an answer; empty without a file. */
  static Optional<HandWritten> read(
      Path file, Database database, int journey, String zone, JsonNode answer) throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    List<Statement> statements =
        Statement.parse(Template.read(file).with(values(journey, zone, answer.path("period"))));
    return Optional.of(
        new HandWritten(
            statements,
            statements.stream()
                .map(statement -> database.request(statement.sql() + Rows.FORMAT))
                .toList()));
  }

  /** What stands in the place of names in a statement about a journey and a period. */
  static Map<String, String> values(int journey, String zone, JsonNode period) {
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

  /** Sends all statements, one after the other. */
  List<Response> run(Database database) throws IOException {
    List<Response> responses = new ArrayList<>();
    for (Request request : requests) {
      responses.add(database.send(request));
    }
    return responses;
  }

  /** What differs from the service's answer. */
  List<String> differences(Database database, JsonNode answer) throws IOException {
    List<Response> responses = run(database);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < responses.size(); i++) {
      differences.addAll(statements.get(i).differences(Rows.of(responses.get(i)), answer));
    }
    return differences;
  }
}
