package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.journeystats.testing.DocumentedSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the document that the service serves promises, and whether answers keep it. */
final class Contract {
  private final JsonNode document;
  private final DocumentedSchemas schemas;

  private Contract(JsonNode document) {
    this.document = document;
    this.schemas = new DocumentedSchemas(document);
  }

  /** The one of a service. */
  static Contract of(ServiceUnderTest service) {
    return new Contract(new Client(service.baseUri(), List.of()).get("openapi.json").json(200));
  }

  /** All that can be asked. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        operations.add(
            new Operation(
                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
      }
    }
    assertThat(operations).isNotEmpty();
    return operations;
  }

  /** The one of that id. */
  Operation operation(String id) {
    return operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the document has no operation " + id));
  }

  /** Fails where an answer is not one that the document promises. */
  void check(Operation operation, Answer answer) {
    JsonNode promised = resolved(operation.json().path("responses").path(status(answer)));
    assertThat(promised.isMissingNode()).as("not documented: %s", answer).isFalse();
    if (answer.body().isEmpty()) {
      assertThat(promised.has("content")).as("no content: %s", answer).isFalse();
      return;
    }
    String type = answer.contentType().replaceFirst(";.*", "");
    JsonNode media = promised.path("content").path(type);
    assertThat(media.isMissingNode()).as("type not documented: %s", answer).isFalse();
    JsonNode said =
        type.endsWith("json") && !type.endsWith("ndjson")
            ? answer.json()
            : TextNode.valueOf(answer.body());
    assertThat(schemas.faults(media.path("schema"), said)).as("%s", answer).isEmpty();
  }

  /** The schema of that name. */
  JsonNode schema(String name) {
    return resolve("#/components/schemas/" + name);
  }

  /** What a reference leads to. */
  JsonNode resolve(String reference) {
    return document.at(reference.substring(1));
  }

  static String status(Answer answer) {
    return Integer.toString(answer.status());
  }

  private JsonNode resolved(JsonNode response) {
    return response.has("$ref") ? resolve(response.path("$ref").asText()) : response;
  }

  /**
   * One thing that can be asked.
   *
   * @param method the HTTP method
   * @param path its path with the names of ids, below the base
   * @param json all that the document says of it
   */
  record Operation(String method, String path, JsonNode json) {
    String id() {
      return json.path("operationId").asText();
    }

    boolean needsKey() {
      return json.has("security");
    }

    boolean takesIds() {
      return path.contains("{");
    }

    boolean takesBody() {
      return json.has("requestBody");
    }

    /** The roles of keys that allow it. */
    Set<String> roles() {
      return texts(json.path("x-roles"));
    }

    /** The statuses that are promised. */
    Set<String> statuses() {
      Set<String> statuses = new TreeSet<>();
      json.path("responses").fieldNames().forEachRemaining(statuses::add);
      return statuses;
    }

    /** What the document shows as a request; empty where it takes none. */
    JsonNode example() {
      return json.at("/requestBody/content/application~1json/example");
    }

    /** The values that each query parameter with a list of them may have, by its name. */
    Map<String, List<String>> choices() {
      Map<String, List<String>> choices = new TreeMap<>();
      for (JsonNode parameter : json.path("parameters")) {
        Set<String> values = texts(parameter.path("schema").path("enum"));
        if (parameter.path("in").asText().equals("query") && !values.isEmpty()) {
          choices.put(parameter.path("name").asText(), List.copyOf(values));
        }
      }
      return choices;
    }

    /** The path with ids in it. */
    String at(Map<String, String> ids) {
      String filled = path.substring(1);
      for (Map.Entry<String, String> id : ids.entrySet()) {
        filled = filled.replace("{" + id.getKey() + "}", id.getValue());
      }
      assertThat(filled).doesNotContain("{");
      return filled;
    }

    /** What some parameters do not go without, as the document says in words. */
    private static final Map<String, String> WITH = Map.of("measure", "&channel=email");

    /** The query parameters that it cannot do without, as the document shows them. */
    String query() {
      return StreamSupport.stream(json.path("parameters").spliterator(), false)
          .filter(parameter -> parameter.path("in").asText().equals("query"))
          .filter(parameter -> parameter.path("required").asBoolean())
          .map(parameter ->
              parameter.path("name").asText()
                  + "="
                  + Client.encode(parameter.path("example").asText())
                  + WITH.getOrDefault(parameter.path("name").asText(), ""))
          .collect(Collectors.joining("&"));
    }

    /** Asks it, with the example as its body where it takes one. */
    Answer ask(Client client, String filled, String... headers) {
      return takesBody()
          ? send(client, filled, Json.write(example()), headers)
          : client.send(method, filled, new byte[0], headers);
    }

    /** What its body may be: the first that the document names. */
    String mediaType() {
      return json.at("/requestBody/content").fieldNames().next();
    }

    /** Asks it with a body. */
    Answer send(Client client, String filled, String body, String... headers) {
      List<String> all = new ArrayList<>(List.of(headers));
      all.addAll(List.of("Content-Type", mediaType()));
      return client.send(method, filled, Utf8.bytes(body), all.toArray(String[]::new));
    }

    private static Set<String> texts(JsonNode array) {
      Set<String> texts = new TreeSet<>();
      array.forEach(text -> texts.add(text.asText()));
      return texts;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
