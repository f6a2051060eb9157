package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.tenant.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of the document, one a route. */
final class Operations {
  /** The name of the way in which callers say who they are. */
  static final String KEY = "key";

  /** The name of the way that browsers have. */
  static final String SESSION = "session";

  private final ParameterShapes parameters;
  private final Bodies bodies;
  private final Answers answers;
  private final Omissions omissions;
  private final Map<String, Route> ids = new HashMap<>();

  Operations(ParameterShapes parameters, Bodies bodies, Answers answers, Omissions omissions) {
    this.parameters = parameters;
    this.bodies = bodies;
    this.answers = answers;
    this.omissions = omissions;
  }

  /** The operation of a route. */
  ObjectNode of(Route route) {
    Access access = Access.of(route.described(), omissions);
    ObjectNode operation = Shapes.empty();
    String id = id(route);
    operation.put("operationId", id);
    addWords(route, operation);
    addAccess(access, operation);
    ArrayNode declared = parameters.of(route);
    if (!declared.isEmpty()) {
      operation.set("parameters", declared);
    }
    bodies.of(route, id).ifPresent(body -> operation.set("requestBody", body));
    operation.set("responses", answers.of(route, id, access));
    return operation;
  }

  private String id(Route route) {
    Optional<String> id =
        route.operation().map(Operation::operationId).filter(text -> !text.isEmpty());
    if (id.isEmpty() || route.operation().map(Operation::summary).orElse("").isEmpty()) {
      omissions.add(
          route.toString(), "say what it is with @Operation(operationId = …, summary = …)");
    }
    String name = id.orElse(route.described().getName());
    Route other = ids.putIfAbsent(name, route);
    if (other != null) {
      omissions.add(route.toString(), "has the operationId of " + other + ": give it another");
    }
    return name;
  }

  private void addWords(Route route, ObjectNode operation) {
    route
        .operation()
        .ifPresent(words -> {
          operation.put("summary", words.summary());
          if (!words.description().isEmpty()) {
            operation.put("description", words.description());
          }
        });
    Optional<Tag> tag =
        Optional.ofNullable(route.described().getDeclaringClass().getAnnotation(Tag.class));
    tag.ifPresentOrElse(
        found -> operation.set("tags", Shapes.texts(List.of(found.name()))),
        () -> omissions.add(route.toString(), "say with @Tag on the class where it belongs"));
  }

  private static void addAccess(Access access, ObjectNode operation) {
    if (access.needsKey()) {
      ArrayNode ways = operation.putArray("security");
      ways.addObject().putArray(KEY);
      if (access.isForTenants()) {
        ways.addObject().putArray(SESSION);
      }
      operation.set("x-roles", Shapes.texts(access.roles().stream().map(Role::key).toList()));
      String roles = String.join(", ", access.roles().stream().map(Role::key).toList());
      String words = operation.path("description").asText();
      operation.put(
          "description", (words.isEmpty() ? "" : words + "\n\n") + "Roles: " + roles + ".");
    }
  }
}
