package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The service's API as one caller uses it, over one kept-alive connection. */
final class Api implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI service;
  private final String key;
  private final Connection connection;

  Api(URI service, String key) {
    this.service = service;
    this.key = key;
    this.connection = new Connection(service);
  }

  /** The same caller over a connection of its own. */
  Api another() {
    return as(key);
  }

  /** The same service with another key. */
  Api as(String otherKey) {
    return new Api(service, otherKey);
  }

  /** A question that a remembered answer will do for. */
  Request get(String path) {
    return request("GET", path, Map.of(), new byte[0]);
  }

  /** A question that the store has to answer. */
  Request getAnew(String path) {
    return request("GET", path, Map.of("Cache-Control", "no-cache"), new byte[0]);
  }

  Request post(String path, String contentType, byte[] body) {
    return request("POST", path, Map.of("Content-Type", contentType), body);
  }

  Request delete(String path) {
    return request("DELETE", path, Map.of(), new byte[0]);
  }

  private Request request(String method, String path, Map<String, String> headers, byte[] body) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Authorization", "Bearer " + key);
    return Request.of(method, service.getAuthority(), "/api/v1/" + path, all, body);
  }

  /** Sends a request, whatever comes of it. */
  Response send(Request request) throws IOException {
    return connection.send(request);
  }

  /** Sends a request that has to go well, and passes the answer on as it comes. */
  void pass(Request request, OutputStream target) throws IOException {
    int status = connection.pass(request, target).status();
    if (status != 200) {
      throw new IOException("the service answered " + status);
    }
  }

  /** Sends a request that has to go well. */
  Response sendWell(Request request) throws IOException {
    Response response = send(request);
    if (response.status() / 100 != 2) {
      throw new IOException(
          "the service answered %d: %s".formatted(response.status(), response.text()));
    }
    return response;
  }

  /** The answer to a request that has to go well. */
  JsonNode json(Request request) throws IOException {
    return JSON.readTree(sendWell(request).body());
  }

  JsonNode post(String path, JsonNode body) throws IOException {
    return json(post(path, "application/json", JSON.writeValueAsBytes(body)));
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
