package io.journeystats.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemas of an OpenAPI document, for the validation of values. Validation is stricter than the
 * document: a property that a schema does not declare is an error.
 */
public final class DocumentedSchemas {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final JsonNode components;
  private final Map<JsonNode, Schema> compiled = new HashMap<>();

  /** Reads the schemas of a document. */
  public DocumentedSchemas(JsonNode document) {
    this.components = closed(document.path("components").deepCopy());
  }

  /** The errors of a value; empty if it is valid. */
  public List<String> faults(JsonNode schema, JsonNode value) {
    return compiled
        .computeIfAbsent(schema, this::compile)
        .validate(value.toString(), InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** The errors of a schema itself. */
  public List<String> faultsOf(JsonNode schema) {
    return registry
        .getSchema(SchemaLocation.of(DIALECT))
        .validate(schema.toString(), InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private Schema compile(JsonNode schema) {
    ObjectNode root = closed(schema.deepCopy());
    root.put("$schema", DIALECT);
    root.set("components", components);
    return registry.getSchema(root.toString(), InputFormat.JSON);
  }

  private static <T extends JsonNode> T closed(T node) {
    for (JsonNode child : node) {
      var _ = closed(child);
    }
    if (node instanceof ObjectNode object
        && object.path("type").asText().equals("object")
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    return node;
  }
}
