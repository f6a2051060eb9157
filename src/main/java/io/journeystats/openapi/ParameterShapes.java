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
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parameters of routes, described where the code declares them. */
final class ParameterShapes {
  private final Schemas schemas;
  private final Omissions omissions;

  ParameterShapes(Schemas schemas, Omissions omissions) {
    this.schemas = schemas;
    this.omissions = omissions;
  }

  /** The route's parameters. */
  ArrayNode of(Route route) {
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    for (Declared declared : route.parameters()) {
      parameters.add(described(declared, route));
    }
    if (Answers.isStatistic(route)) {
      parameters.add(
          header(
              HttpHeaders.IF_NONE_MATCH,
              "The `ETag` of an answer that the caller has: the same is not sent again."));
    }
    if (route.body().filter(body -> body.getType() == InputStream.class).isPresent()) {
      ObjectNode encoding =
          header(HttpHeaders.CONTENT_ENCODING, "How the body is packed, if it is.");
      encoding.set(
          "schema", Shapes.type("string").set("enum", Shapes.texts(List.of("gzip", "zstd"))));
      parameters.add(encoding);
    }
    return parameters;
  }

  private ObjectNode described(Declared declared, Route route) {
    ObjectNode parameter = node(declared.name(), declared.place().name().toLowerCase(Locale.ROOT));
    if (declared.place() == Place.PATH) {
      parameter.put("required", true);
    }
    Parameter words = declared.element().getAnnotation(Parameter.class);
    if (words != null) {
      describe(words, parameter);
    } else if (!describeByPlace(declared, route, parameter)) {
      omissions.add(
          route.toString(),
          "say with @Parameter(description = …) what " + declared.name() + " means");
    }
    return parameter;
  }

  private void describe(Parameter words, ObjectNode parameter) {
    parameter.put("description", words.description());
    if (words.required()) {
      parameter.put("required", true);
    }
    if (!words.example().isEmpty()) {
      parameter.put("example", words.example());
    }
    Schema schema = words.schema();
    ObjectNode base =
        schema.implementation() == Void.class
            ? Shapes.type(schema.type().isEmpty() ? "string" : schema.type())
            : schemas.of(schema.implementation(), Use.REQUEST);
    parameter.set("schema", Wording.add(schema, base));
  }

  /** Ids in paths stand behind the name of what they are ids of. */
  private boolean describeByPlace(Declared declared, Route route, ObjectNode parameter) {
    List<String> segments = List.of(route.path().split("/", -1));
    // A file's name ends with its type.
    int index =
        Iterables.indexOf(segments, segment -> segment.startsWith("{" + declared.name() + "}"));
    Optional<String> meaning = index < 1 ? Optional.empty() : meaningOf(segments.get(index - 1));
    meaning.ifPresent(text -> parameter.put("description", text));
    meaning.ifPresent(_ -> parameter.set("schema", schemaOf(segments.get(index - 1))));
    return meaning.isPresent();
  }

  private static Optional<String> meaningOf(String collection) {
    return switch (collection) {
      case "journeys" -> Optional.of("The journey's id.");
      case "tenants" -> Optional.of("The tenant's id.");
      case "keys" -> Optional.of("The key's id, which is not the key itself.");
      case "channels" -> Optional.of("The channel.");
      case "goals" -> Optional.of("The goal's id.");
      case "messages" -> Optional.of("The id of the step that sends the message.");
      case "exports" -> Optional.of("The export's id.");
      default -> Optional.empty();
    };
  }

  private ObjectNode schemaOf(String collection) {
    return switch (collection) {
      case "channels" -> schemas.of(Channel.class, Use.REQUEST);
      case "journeys", "keys", "exports" -> Shapes.text("uuid");
      default -> Shapes.type("string");
    };
  }

  private static ObjectNode header(String name, String meaning) {
    ObjectNode header = node(name, "header").put("description", meaning);
    header.set("schema", Shapes.type("string"));
    return header;
  }

  private static ObjectNode node(String name, String place) {
    return Shapes.empty().put("name", name).put("in", place);
  }
}
