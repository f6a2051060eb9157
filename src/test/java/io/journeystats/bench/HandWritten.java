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
 * SQL that somebody wrote by hand for an answer of the service, ready to be asked.
 *
 * @param statements what it consists of
 * @param queries the same where they are asked
 */
record HandWritten(List<Statement> statements, List<Query> queries) {

  /** Whom statements are for. */
  interface Dialect {
    /** What stands in the place of names in a statement about a journey and a period. */
    Map<String, String> values(int journey, JsonNode period);

    /** A statement made ready. */
    Query query(String sql);
  }

  /** A statement that is asked as often as one likes. */
  interface Query {
    /** Asks, and reads all of the answer. */
    void run() throws IOException;

    /** The answer. */
    Rows rows() throws IOException;
  }

  /** The file's statements about the journey and the period of an answer; empty without a file. */
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

  /** Asks all statements, one after the other. */
  void run() throws IOException {
    for (Query query : queries) {
      query.run();
    }
  }

  /** What differs from the service's answer. */
  List<String> differences(JsonNode answer) throws IOException {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      differences.addAll(statements.get(i).differences(queries.get(i).rows(), answer));
    }
    return differences;
  }
}
