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

/** The operations of the document: one per route. */
final class Operations {
  /** The name of the security scheme of API keys. */
  static final String KEY = "key";

  /** The name of the security scheme of browser sessions. */
  static final String SESSION = "session";

  private final Parameters parameters;
  private final RequestBodies bodies;
  private final Responses responses;
  private final DocumentationGaps gaps;
  private final Map<String, Route> ids = new HashMap<>();

  Operations(
      Parameters parameters, RequestBodies bodies, Responses responses, DocumentationGaps gaps) {
    this.parameters = parameters;
    this.bodies = bodies;
    this.responses = responses;
    this.gaps = gaps;
  }

  /** The operation of a route. */
  ObjectNode of(Route route) {
    String id = idOf(route);
    ObjectNode operation = JsonSchemas.empty().put("operationId", id);
    addDescription(route, operation);
    addSecurity(route, operation);
    ArrayNode declared = parameters.of(route);
    if (!declared.isEmpty()) {
      operation.set("parameters", declared);
    }
    bodies.of(route, id).ifPresent(body -> operation.set("requestBody", body));
    return operation.set("responses", responses.of(route, id));
  }

  private String idOf(Route route) {
    Optional<String> declared =
        route.operation().map(Operation::operationId).filter(text -> !text.isEmpty());
    if (declared.isEmpty() || route.operation().map(Operation::summary).orElse("").isEmpty()) {
      gaps.add(route, "say what it is with @Operation(operationId = …, summary = …)");
    }
    String id = declared.orElse(route.handler().getName());
    Route other = ids.putIfAbsent(id, route);
    if (other != null) {
      gaps.add(route, "has the operationId of " + other + ": give it another");
    }
    return id;
  }

  private void addDescription(Route route, ObjectNode operation) {
    route
        .operation()
        .ifPresent(annotation -> {
          operation.put("summary", annotation.summary());
          if (!annotation.description().isEmpty()) {
            operation.put("description", annotation.description());
          }
        });
    route
        .classAnnotation(Tag.class)
        .ifPresentOrElse(
            tag -> operation.set("tags", JsonSchemas.strings(List.of(tag.name()))),
            () -> gaps.add(route, "say with @Tag on the class where it belongs"));
  }

  private void addSecurity(Route route, ObjectNode operation) {
    if (route.lacksRoles()) {
      gaps.add(route, "say with @RolesAllowed whose keys allow it");
    }
    if (route.needsKey()) {
      ArrayNode schemes = operation.putArray("security");
      schemes.addObject().putArray(KEY);
      if (route.isForTenants()) {
        schemes.addObject().putArray(SESSION);
      }
      List<String> roles = route.roles().stream().map(Role::key).toList();
      operation.set("x-roles", JsonSchemas.strings(roles));
      String description = operation.path("description").asText();
      operation.put(
          "description",
          (description.isEmpty() ? "" : description + "\n\n")
              + "Roles: "
              + String.join(", ", roles)
              + ".");
    }
  }
}
