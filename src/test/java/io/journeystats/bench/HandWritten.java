package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hand-written SQL for an answer of the service, prepared for execution.
 *
 * @param statements the statements
 * @param queries the prepared statements, in the same order
 */
record HandWritten(List<Statement> statements, List<Query> queries) {

  /** A dialect of SQL. */
  interface Dialect {
    /** The values of placeholders in a statement about a journey and a period. */
    Map<String, String> values(int journey, JsonNode period);

    /** Prepares a statement. */
    Query query(String sql);
  }

  /** A prepared statement, which can be executed repeatedly. */
  interface Query {
    /** Executes the statement and reads the whole result. */
    void run() throws IOException;

    /** Executes the statement and returns the result. */
    Rows rows() throws IOException;
  }

  /** The statements of a file for the journey and the period of an answer; empty without a file. */
  static Optional<HandWritten> read(Path file, Dialect dialect, int journey, JsonNode answer)
      throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    List<Statement> statements =
        Statement.parse(Template.read(file).with(dialect.values(journey, answer.path("period"))));
    return Optional.of(
        new HandWritten(
            statements,
            statements.stream().map(statement -> dialect.query(statement.sql())).toList()));
  }

  /** Executes all statements in order. */
  void run() throws IOException {
    for (Query query : queries) {
      query.run();
    }
  }

  /** The differences from the service's answer. */
  List<String> differences(JsonNode answer) throws IOException {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      differences.addAll(statements.get(i).differences(queries.get(i).rows(), answer));
    }
    return differences;
  }
}
