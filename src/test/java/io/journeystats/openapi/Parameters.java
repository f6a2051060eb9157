package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Iterables;
import io.journeystats.http.DeclaredParameters.Declared;
import io.journeystats.http.DeclaredParameters.Place;
import io.journeystats.journey.Channel;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** The parameters of routes. */
final class Parameters {
  private final TypeSchemas schemas;
  private final DocumentationGaps gaps;

  Parameters(TypeSchemas schemas, DocumentationGaps gaps) {
    this.schemas = schemas;
    this.gaps = gaps;
  }

  /** The parameters of a route: those that its handler declares, and those that filters read. */
  ArrayNode of(Route route) {
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    route.parameters().forEach(declared -> parameters.add(declared(declared, route)));
    if (route.isStatistic()) {
      String meaning = "The `ETag` of an answer that the caller has: the same is not sent again.";
      parameters.add(
          described(
              node(HttpHeaders.IF_NONE_MATCH, Place.HEADER), meaning, JsonSchemas.type("string")));
    }
    if (route.readsStream()) {
      ObjectNode encodings =
          JsonSchemas.type("string").set("enum", JsonSchemas.strings(List.of("gzip", "zstd")));
      parameters.add(
          described(
              node(HttpHeaders.CONTENT_ENCODING, Place.HEADER),
              "How the body is packed, if it is.",
              encodings));
    }
    return parameters;
  }

  private ObjectNode declared(Declared declared, Route route) {
    ObjectNode parameter = node(declared.name(), declared.place());
    if (declared.place() == Place.PATH) {
      parameter.put("required", true);
    }
    Parameter annotation = declared.element().getAnnotation(Parameter.class);
    return annotation == null
        ? describedByPath(declared, route, parameter)
        : described(annotation, parameter);
  }

  private ObjectNode described(Parameter annotation, ObjectNode parameter) {
    parameter.put("description", annotation.description());
    if (annotation.required()) {
      parameter.put("required", true);
    }
    if (!annotation.example().isEmpty()) {
      parameter.put("example", annotation.example());
    }
    Schema schema = annotation.schema();
    return parameter.set("schema", SchemaAnnotations.apply(schema, type(schema)));
  }

  private ObjectNode type(Schema schema) {
    if (schema.types().length > 0) {
      return JsonSchemas.empty().set("type", JsonSchemas.strings(List.of(schema.types())));
    }
    return schema.implementation() == Void.class
        ? JsonSchemas.type(SchemaAnnotations.typeOf(schema, "string"))
        : schemas.of(schema.implementation(), Direction.REQUEST);
  }

  /** In a path, the segment before an id says what it is the id of. */
  private ObjectNode describedByPath(Declared declared, Route route, ObjectNode parameter) {
    List<String> segments = List.of(route.path().split("/", -1));
    // Not the whole segment: the name of a file ends with its type.
    int index =
        Iterables.indexOf(segments, segment -> segment.startsWith("{" + declared.name() + "}"));
    return switch (index < 1 ? "" : segments.get(index - 1)) {
      case "journeys" -> described(parameter, "The journey's id.", JsonSchemas.string("uuid"));
      case "tenants" -> described(parameter, "The tenant's id.", JsonSchemas.type("string"));
      case "keys" ->
          described(
              parameter, "The key's id, which is not the key itself.", JsonSchemas.string("uuid"));
      case "channels" ->
          described(parameter, "The channel.", schemas.of(Channel.class, Direction.REQUEST));
      case "goals" -> described(parameter, "The goal's id.", JsonSchemas.type("string"));
      case "messages" ->
          described(
              parameter, "The id of the step that sends the message.", JsonSchemas.type("string"));
      case "exports" -> described(parameter, "The export's id.", JsonSchemas.string("uuid"));
      default -> {
        gaps.add(route, "say with @Parameter(description = …) what " + declared.name() + " means");
        yield parameter;
      }
    };
  }

  private static ObjectNode described(ObjectNode parameter, String description, ObjectNode schema) {
    return parameter.put("description", description).set("schema", schema);
  }

  private static ObjectNode node(String name, Place place) {
    return JsonSchemas.empty().put("name", name).put("in", place.name().toLowerCase(Locale.ROOT));
  }
}
