package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The request bodies of routes. */
final class RequestBodies {
  private final TypeSchemas schemas;
  private final Examples examples;
  private final DocumentationGaps gaps;

  RequestBodies(TypeSchemas schemas, Examples examples, DocumentationGaps gaps) {
    this.schemas = schemas;
    this.examples = examples;
    this.gaps = gaps;
  }

  /** The request body of a route; empty where it reads none. */
  Optional<ObjectNode> of(Route route, String operationId) {
    return route.body().map(body -> of(route, operationId, body));
  }

  private ObjectNode of(Route route, String operationId, Parameter body) {
    ObjectNode request = JsonSchemas.empty().put("required", true);
    ObjectNode content = request.putObject("content");
    if (route.consumed().isEmpty()) {
      gaps.add(route, "say with @Consumes what the body may be");
    }
    for (String type : route.consumed()) {
      ObjectNode media = content.putObject(type);
      if (type.equals(MediaType.APPLICATION_JSON)) {
        media.set("schema", json(route, body));
        examples
            .request(operationId)
            .ifPresentOrElse(
                example -> media.set("example", example),
                () -> gaps.add(route, "give examples.json a request"));
      } else {
        String description =
            type.endsWith("ndjson")
                ? "A line for each, in the form that is sent as JSON otherwise."
                : "Text of this media type.";
        media.set("schema", JsonSchemas.type("string").put("description", description));
      }
    }
    return request;
  }

  private ObjectNode json(Route route, Parameter body) {
    Schema annotation = body.getAnnotation(Schema.class);
    ArraySchema array = body.getAnnotation(ArraySchema.class);
    if (array != null) {
      return oneOrMany(array);
    }
    if (route.readsStream()) {
      return stream(route, annotation);
    }
    ObjectNode schema = schemas.of(body.getParameterizedType(), Direction.REQUEST);
    if (annotation == null || annotation.requiredProperties().length == 0) {
      return schema;
    }
    ObjectNode required =
        JsonSchemas.empty()
            .set("required", JsonSchemas.strings(List.of(annotation.requiredProperties())));
    return JsonSchemas.allOf(List.of(schema, required));
  }

  /** An array, or one element of it without the array. */
  private ObjectNode oneOrMany(ArraySchema array) {
    ObjectNode one = schemas.of(array.schema().implementation(), Direction.REQUEST);
    ObjectNode many = JsonSchemas.array(one.deepCopy()).put("maxItems", array.maxItems());
    return JsonSchemas.anyOf(List.of(many, one));
  }

  private ObjectNode stream(Route route, @Nullable Schema annotation) {
    if (annotation == null) {
      gaps.add(route, "say with @Schema or @ArraySchema what the stream of the body holds");
      return JsonSchemas.empty();
    }
    ObjectNode schema =
        annotation.implementation() == Void.class
            ? JsonSchemas.type(SchemaAnnotations.typeOf(annotation, "object"))
            : schemas.of(annotation.implementation(), Direction.REQUEST);
    return SchemaAnnotations.apply(annotation, schema);
  }
}
