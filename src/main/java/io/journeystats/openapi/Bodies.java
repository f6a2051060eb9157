package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of requests. */
final class Bodies {
  private final Schemas schemas;
  private final Examples examples;
  private final Omissions omissions;

  Bodies(Schemas schemas, Examples examples, Omissions omissions) {
    this.schemas = schemas;
    this.examples = examples;
    this.omissions = omissions;
  }

  /** What the route reads; empty where it reads nothing. */
  Optional<ObjectNode> of(Route route, String operationId) {
    return route.body().map(body -> of(route, operationId, body));
  }

  private ObjectNode of(Route route, String operationId, Parameter body) {
    ObjectNode request = Shapes.empty().put("required", true);
    ObjectNode content = request.putObject("content");
    if (route.consumed().isEmpty()) {
      omissions.add(route.toString(), "say with @Consumes what the body may be");
    }
    for (String type : route.consumed()) {
      ObjectNode media = content.putObject(type);
      if (type.equals(MediaType.APPLICATION_JSON)) {
        media.set("schema", json(route, body));
        examples
            .request(operationId)
            .ifPresentOrElse(
                example -> media.set("example", example),
                () -> omissions.add(route.toString(), "give examples.json a request"));
      } else {
        media.set("schema", text(type));
      }
    }
    return request;
  }

  private ObjectNode json(Route route, Parameter body) {
    Schema words = body.getAnnotation(Schema.class);
    ArraySchema list = body.getAnnotation(ArraySchema.class);
    if (list != null) {
      return oneOrMany(list);
    }
    if (body.getType() == InputStream.class) {
      return raw(route, words);
    }
    ObjectNode schema = schemas.of(body.getParameterizedType(), Use.REQUEST);
    if (words == null || words.requiredProperties().length == 0) {
      return schema;
    }
    ObjectNode required =
        Shapes.empty().set("required", Shapes.texts(List.of(words.requiredProperties())));
    return Shapes.allOf(List.of(schema, required));
  }

  /** What is sent in lists may also be sent alone. */
  private ObjectNode oneOrMany(ArraySchema list) {
    ObjectNode one = schemas.of(list.schema().implementation(), Use.REQUEST);
    ObjectNode many = Shapes.array(one.deepCopy()).put("maxItems", list.maxItems());
    return Shapes.anyOf(List.of(many, one));
  }

  private ObjectNode raw(Route route, @Nullable Schema words) {
    if (words == null) {
      omissions.add(
          route.toString(), "say with @Schema or @ArraySchema what the stream of the body holds");
      return Shapes.empty();
    }
    ObjectNode schema =
        words.implementation() == Void.class
            ? Shapes.type(words.type().isEmpty() ? "object" : words.type())
            : schemas.of(words.implementation(), Use.REQUEST);
    return Wording.add(words, schema);
  }

  private static ObjectNode text(String type) {
    String meaning =
        type.endsWith("ndjson")
            ? "A line for each, in the form that is sent as JSON otherwise."
            : "Text of this media type.";
    return Shapes.type("string").put("description", meaning);
  }
}
