package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A client of ClickHouse's HTTP interface over one persistent connection. */
final class Database implements AutoCloseable {
  private final ClickHouseEndpoint endpoint;
  private final Connection connection;

  Database(ClickHouseEndpoint endpoint) {
    this.endpoint = endpoint;
    this.connection = new Connection(endpoint.url());
  }

  /** The request of a statement, for {@link #send}. */
  Request request(String sql) {
    return request("", sql.getBytes(StandardCharsets.UTF_8));
  }

  /** The request of an insertion whose rows are the body. */
  Request insertion(String sql, byte[] rows) {
    return request("&query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8), rows);
  }

  private Request request(String parameters, byte[] body) {
    return Request.of(
        "POST",
        endpoint.url().getAuthority(),
        "/?database=" + endpoint.database() + parameters,
        Map.of("Authorization", endpoint.authorization()),
        body);
  }

  /** Sends a request that must succeed. */
  Response send(Request request) throws IOException {
    Response response = connection.send(request);
    if (response.status() != 200) {
      throw new IOException("ClickHouse refused: " + response.text());
    }
    return response;
  }

  /** Sends a request that must succeed, and streams the response to a target. */
  void pass(Request request, OutputStream target) throws IOException {
    int status = connection.pass(request, target).status();
    if (status != 200) {
      throw new IOException("ClickHouse answered " + status);
    }
  }

  /** Runs a statement and returns its result as text. */
  String ask(String sql) throws IOException {
    return send(request(sql)).text().strip();
  }

  long number(String sql) throws IOException {
    return Long.parseLong(ask(sql));
  }

  /** The rows of a query. */
  List<JsonNode> rows(String sql) throws IOException {
    return Rows.of(send(request(sql + Rows.FORMAT))).rows();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
