package io.journeystats.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.dashboard.AnswerFilter;
import io.journeystats.http.FieldError;
import io.journeystats.http.Json;
import io.journeystats.http.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The responses of routes: those that the code declares with {@code @ApiResponse}, the return type
 * of the handler, and the error responses that follow from rules.
 */
final class Responses {
  /** The status with which a route declares the body of all its error responses. */
  private static final String ANY_ERROR = "default";

  private final TypeSchemas schemas;
  private final Examples examples;
  private final DocumentationGaps gaps;
  private final ObjectMapper json = Json.mapper();

  Responses(TypeSchemas schemas, Examples examples, DocumentationGaps gaps) {
    this.schemas = schemas;
    this.examples = examples;
    this.gaps = gaps;
  }

  /** The error responses that routes share, by name. */
  ObjectNode components() {
    ObjectNode components = JsonSchemas.empty();
    for (ErrorResponse error : ErrorResponse.values()) {
      components.set(error.title(), error(error, problem()));
    }
    return components;
  }

  /** All responses of a route, by status. */
  ObjectNode of(Route route, String operationId) {
    List<ApiResponse> declared = declaredBy(route.handler());
    ObjectNode responses = JsonSchemas.empty();
    for (ApiResponse response : declared) {
      if (!response.responseCode().equals(ANY_ERROR)) {
        responses.set(response.responseCode(), declared(route, operationId, response));
      }
    }
    if (declared.stream().noneMatch(response -> response.responseCode().startsWith("2"))) {
      addReturned(route, operationId, responses);
    }
    if (route.isStatistic()) {
      addCaching(responses);
    }
    for (ErrorResponse error : ErrorResponse.values()) {
      String status = Integer.toString(error.status());
      if (error.appliesTo(route) && !responses.has(status)) {
        responses.set(status, error(error, declared));
      }
    }
    return JsonSchemas.sorted(responses);
  }

  /** What the method declares, or an annotation on the method. */
  private static List<ApiResponse> declaredBy(Method method) {
    return Stream.concat(
            Arrays.stream(method.getAnnotationsByType(ApiResponse.class)),
            Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                    Arrays.stream(
                        annotation.annotationType().getAnnotationsByType(ApiResponse.class))))
        .toList();
  }

  private ObjectNode declared(Route route, String operationId, ApiResponse declared) {
    String status = declared.responseCode();
    if (declared.content().length == 0 && status.startsWith("4")) {
      return error(Integer.parseInt(status), declared.description(), problem());
    }
    ObjectNode response =
        JsonSchemas.empty().put("description", description(route, declared.description()));
    Arrays.stream(declared.headers())
        .forEach(header -> addHeader(response, header.name(), header.description()));
    if (status.equals("201")) {
      addHeader(response, HttpHeaders.LOCATION, "Where the new thing is.");
    }
    for (Content content : declared.content()) {
      ObjectNode schema = schema(content.schema());
      if (content.mediaType().isEmpty()) {
        addContent(route, operationId, status, schema, response);
      } else {
        response.withObjectProperty("content").putObject(content.mediaType()).set("schema", schema);
      }
    }
    return response;
  }

  private void addReturned(Route route, String operationId, ObjectNode responses) {
    Method method = route.handler();
    if (method.getReturnType() == void.class) {
      responses.putObject("204").put("description", description(route, ""));
    } else if (method.getReturnType() == Response.class) {
      gaps.add(route, "say with @ApiResponse what a success is answered with");
    } else {
      ObjectNode response = responses.putObject("200").put("description", description(route, ""));
      ObjectNode schema = schemas.of(method.getGenericReturnType(), Direction.RESPONSE);
      addContent(route, operationId, "200", schema, response);
    }
  }

  private void addContent(
      Route route, String operationId, String status, ObjectNode schema, ObjectNode response) {
    boolean named = schema.has(JsonSchemas.REF);
    for (String type : route.produced()) {
      ObjectNode media = response.withObjectProperty("content").putObject(type);
      media.set("schema", schema.deepCopy());
      examples
          .response(operationId, status)
          .ifPresentOrElse(
              example -> media.set("example", example),
              () -> {
                if (named) {
                  gaps.add(route, "give examples.json a response " + status);
                }
              });
    }
  }

  /** Adds what all statistics have in common. */
  private static void addCaching(ObjectNode responses) {
    ObjectNode response = responses.withObjectProperty("200");
    addHeader(response, HttpHeaders.ETAG, "A tag of what the answer says.");
    addHeader(response, HttpHeaders.CACHE_CONTROL, "How long the answer may be shown again.");
    addHeader(response, "Age", "Of a stale answer: how many seconds ago it was made.");
    addHeader(
        response,
        AnswerFilter.STALE,
        "`true` where an old answer is shown, as ClickHouse cannot be reached.");
    responses
        .putObject("304")
        .put("description", "The answer is still the one that `If-None-Match` names.");
  }

  /** A shared error response; where the route declares its own kind of body, with that. */
  private ObjectNode error(ErrorResponse error, List<ApiResponse> declared) {
    return declared.stream()
        .filter(response -> response.responseCode().equals(ANY_ERROR))
        .flatMap(response -> Arrays.stream(response.content()))
        .findFirst()
        .map(content -> error(error, schema(content.schema())))
        .orElseGet(error::ref);
  }

  private ObjectNode error(ErrorResponse error, ObjectNode schema) {
    ObjectNode response = error(error.status(), error.description(), schema);
    error.headers().forEach((name, meaning) -> addHeader(response, name, meaning));
    return response;
  }

  private ObjectNode error(int status, String description, ObjectNode schema) {
    ObjectNode response = JsonSchemas.empty().put("description", description);
    ObjectNode media = response.putObject("content").putObject(Problem.MEDIA_TYPE);
    media.set("schema", schema);
    media.set(
        "example",
        json.valueToTree(
            status == ErrorResponse.UNPROCESSABLE_CONTENT.status()
                ? Problem.invalid(
                    List.of(new FieldError("colour", "is not a known query parameter")))
                : Problem.of(status, description)));
    return response;
  }

  private ObjectNode problem() {
    return schemas.of(Problem.class, Direction.RESPONSE);
  }

  private ObjectNode schema(Schema annotation) {
    if (annotation.anyOf().length > 0) {
      return JsonSchemas.anyOf(
          Arrays.stream(annotation.anyOf())
              .map(type -> schemas.of(type, Direction.RESPONSE))
              .toList());
    }
    return annotation.implementation() == Void.class
        ? SchemaAnnotations.apply(
            annotation, JsonSchemas.type(SchemaAnnotations.typeOf(annotation, "object")))
        : schemas.of(annotation.implementation(), Direction.RESPONSE);
  }

  private static void addHeader(ObjectNode response, String name, String description) {
    response
        .withObjectProperty("headers")
        .putObject(name)
        .put("description", description)
        .set("schema", JsonSchemas.type("string"));
  }

  private static String description(Route route, String declared) {
    return declared.isEmpty()
        ? route.operation().map(operation -> operation.summary() + ".").orElse("Done.")
        : declared;
  }
}
