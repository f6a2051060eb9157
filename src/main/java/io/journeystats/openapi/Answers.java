package io.journeystats.openapi;

import static java.util.stream.Collectors.partitioningBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.http.DeclaredParameters.Place;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The answers of routes: what the code says of each, and the refusals that follow from rules. */
final class Answers {
  /** The code of what is said of all refusals of a route. */
  private static final String ANY_REFUSAL = "default";

  private final Schemas schemas;
  private final Refusals refusals;
  private final Examples examples;
  private final Omissions omissions;

  Answers(Schemas schemas, Refusals refusals, Examples examples, Omissions omissions) {
    this.schemas = schemas;
    this.refusals = refusals;
    this.examples = examples;
    this.omissions = omissions;
  }

  /** Tells whether a route answers with a statistic, which may be asked for anew. */
  static boolean isStatistic(Route route) {
    return route.reads(Place.HEADER, HttpHeaders.CACHE_CONTROL)
        && route.produced().contains(MediaType.APPLICATION_JSON);
  }

  /** All answers of a route, by status. */
  ObjectNode of(Route route, String operationId, Access access) {
    ObjectNode answers = Shapes.empty();
    Map<Boolean, List<ApiResponse>> all =
        said(route.described()).stream()
            .collect(partitioningBy(answer -> answer.responseCode().equals(ANY_REFUSAL)));
    List<ApiResponse> said = all.getOrDefault(false, List.of());
    for (ApiResponse answer : said) {
      answers.set(answer.responseCode(), said(route, operationId, answer));
    }
    if (said.stream().noneMatch(answer -> answer.responseCode().startsWith("2"))) {
      addReturned(route, operationId, answers);
    }
    if (isStatistic(route)) {
      AnswerHeaders.addOfStatistics(answers);
    }
    for (Refusal refusal : Refusal.values()) {
      String status = Integer.toString(refusal.status());
      if (refusal.concerns(route, access) && !answers.has(status)) {
        answers.set(status, refusal(refusal, all.getOrDefault(true, List.of())));
      }
    }
    return Shapes.sorted(answers);
  }

  /** A refusal as everywhere, unless the route says that its refusals tell more. */
  private ObjectNode refusal(Refusal refusal, List<ApiResponse> saidOfAny) {
    return saidOfAny.stream()
        .flatMap(said -> Arrays.stream(said.content()))
        .findFirst()
        .map(content -> refusals.answer(refusal, schema(content.schema())))
        .orElseGet(refusal::ref);
  }

  /** What stands on the method, or on an annotation that stands there. */
  private static List<ApiResponse> said(Method method) {
    return Stream.concat(
            Arrays.stream(method.getAnnotationsByType(ApiResponse.class)),
            Arrays.stream(method.getAnnotations())
                .flatMap(note ->
                    Arrays.stream(note.annotationType().getAnnotationsByType(ApiResponse.class))))
        .toList();
  }

  private ObjectNode said(Route route, String operationId, ApiResponse said) {
    if (said.content().length == 0 && said.responseCode().startsWith("4")) {
      return refusals.answer(Integer.parseInt(said.responseCode()), said.description());
    }
    ObjectNode answer = Shapes.empty().put("description", meaning(route, said.description()));
    Arrays.stream(said.headers())
        .forEach(header -> AnswerHeaders.addHeader(answer, header.name(), header.description()));
    if (said.responseCode().equals("201")) {
      AnswerHeaders.addHeader(answer, HttpHeaders.LOCATION, "Where the new thing is.");
    }
    for (Content content : said.content()) {
      ObjectNode schema = schema(content.schema());
      if (content.mediaType().isEmpty()) {
        addContent(route, operationId, said.responseCode(), schema, answer);
      } else {
        answer.withObjectProperty("content").putObject(content.mediaType()).set("schema", schema);
      }
    }
    return answer;
  }

  private ObjectNode schema(Schema words) {
    if (words.anyOf().length > 0) {
      return Shapes.anyOf(
          Arrays.stream(words.anyOf()).map(type -> schemas.of(type, Use.ANSWER)).toList());
    }
    return words.implementation() == Void.class
        ? Wording.add(words, Shapes.type(words.type().isEmpty() ? "object" : words.type()))
        : schemas.of(words.implementation(), Use.ANSWER);
  }

  private void addReturned(Route route, String operationId, ObjectNode answers) {
    Method method = route.described();
    if (method.getReturnType() == void.class) {
      answers.putObject("204").put("description", meaning(route, ""));
    } else if (method.getReturnType() == Response.class) {
      omissions.add(route.toString(), "say with @ApiResponse what a success is answered with");
    } else {
      ObjectNode answer = answers.putObject("200").put("description", meaning(route, ""));
      ObjectNode schema = schemas.of(method.getGenericReturnType(), Use.ANSWER);
      addContent(route, operationId, "200", schema, answer);
    }
  }

  private void addContent(
      Route route, String operationId, String status, ObjectNode schema, ObjectNode answer) {
    boolean named = schema.has(Shapes.REF);
    for (String type : route.produced()) {
      ObjectNode media = answer.withObjectProperty("content").putObject(type);
      media.set("schema", schema.deepCopy());
      examples
          .answer(operationId, status)
          .ifPresentOrElse(
              example -> media.set("example", example),
              () -> {
                if (named) {
                  omissions.add(route.toString(), "give examples.json an answer " + status);
                }
              });
    }
  }

  private static String meaning(Route route, String said) {
    return said.isEmpty()
        ? route.operation().map(operation -> operation.summary() + ".").orElse("Done.")
        : said;
  }
}
