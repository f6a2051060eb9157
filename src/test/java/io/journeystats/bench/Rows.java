package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a query.
 *
 * @param columns the names of the columns, also for an empty result
 * @param rows the rows, as objects with one field per column
 */
record Rows(List<String> columns, List<JsonNode> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The suffix of a ClickHouse query whose result is to be read. */
  static final String FORMAT =
      "\nFORMAT JSONCompactEachRowWithNames SETTINGS output_format_json_quote_64bit_integers = 0";

  static Rows of(Response response) throws IOException {
    List<String> columns = new ArrayList<>();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : response.text().strip().split("\n", -1)) {
      JsonNode values = JSON.readTree(line);
      if (columns.isEmpty()) {
        values.forEach(name -> columns.add(name.textValue()));
      } else {
        ObjectNode row = JSON.createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
          row.set(columns.get(i), values.get(i));
        }
        rows.add(row);
      }
    }
    return new Rows(columns, rows);
  }
}
