package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client of the service's API over one persistent connection. */
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

  /** A client with the same key and another connection. */
  Api another() {
    return as(key);
  }

  /** A client with another key. */
  Api as(String otherKey) {
    return new Api(service, otherKey);
  }

  /** A request that may be answered from the cache. */
  Request get(String path) {
    return request("GET", path, Map.of(), new byte[0]);
  }

  /** A request that bypasses the cache. */
  Request getUncached(String path) {
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

  /** Sends a request and returns any response. */
  Response send(Request request) throws IOException {
    return connection.send(request);
  }

  /** Sends a request that must succeed, and streams the response to a target. */
  void pass(Request request, OutputStream target) throws IOException {
    int status = connection.pass(request, target).status();
    if (status != 200) {
      throw new IOException("the service answered " + status);
    }
  }

  /** Sends a request that must succeed. */
  Response sendSuccessfully(Request request) throws IOException {
    Response response = send(request);
    if (response.status() / 100 != 2) {
      throw new IOException(
          "the service answered %d: %s".formatted(response.status(), response.text()));
    }
    return response;
  }

  /** The JSON response to a request that must succeed. */
  JsonNode json(Request request) throws IOException {
    return JSON.readTree(sendSuccessfully(request).body());
  }

  JsonNode post(String path, JsonNode body) throws IOException {
    return json(post(path, "application/json", JSON.writeValueAsBytes(body)));
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
