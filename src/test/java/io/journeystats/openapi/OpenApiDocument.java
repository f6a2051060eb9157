package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.tenant.SessionCookie;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.jersey.server.model.Resource;

/**
 * An OpenAPI 3.1 document that is generated from resources and their annotations.
 *
 * @param json the document
 * @param gaps what the document should say, but the code does not, and how to close each gap
 */
record OpenApiDocument(ObjectNode json, List<String> gaps) {
  private static final String BASE = "/api/v1";

  /** Generates the document of resources in Jersey's model. */
  static OpenApiDocument of(Collection<Resource> resources) {
    DocumentationGaps gaps = new DocumentationGaps();
    TypeSchemas schemas = new TypeSchemas(gaps);
    Examples examples = new Examples();
    Responses responses = new Responses(schemas, examples, gaps);
    Operations operations =
        new Operations(
            new Parameters(schemas, gaps),
            new RequestBodies(schemas, examples, gaps),
            responses,
            gaps);
    List<Route> routes = Route.of(resources);
    ObjectNode document = head();
    document.putArray("tags").addAll(tags(routes));
    ObjectNode paths = document.putObject("paths");
    for (Route route : routes) {
      if (route.path().startsWith(BASE + "/")) {
        paths
            .withObjectProperty(route.path().substring(BASE.length()))
            .set(route.method().toLowerCase(Locale.ROOT), operations.of(route));
      } else {
        gaps.add(route, "lies outside of " + BASE);
      }
    }
    ObjectNode components = document.putObject("components");
    components.set("responses", responses.components());
    components.putObject("schemas").setAll(schemas.components());
    components.set("securitySchemes", securitySchemes());
    return new OpenApiDocument(document, gaps.all());
  }

  private static ObjectNode head() {
    ObjectNode document = JsonSchemas.empty().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Journey Stats")
        // The service replaces it with its own version.
        .put("version", "development")
        .put(
            "description",
            "Exact statistics of customer journeys. Every answer has the id of its request in the"
                + " header `X-Request-Id`: the client's own, if it sent one of up to 128 letters,"
                + " digits and `._:=+/-`, or else a new one.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", BASE);
    return document;
  }

  /** The tags of the routes, each once; one of the classes with a tag describes it. */
  private static Collection<ObjectNode> tags(List<Route> routes) {
    Map<String, ObjectNode> tags = new TreeMap<>();
    routes.stream()
        .flatMap(route -> route.classAnnotation(Tag.class).stream())
        .forEach(tag -> {
          ObjectNode node =
              tags.computeIfAbsent(tag.name(), name -> JsonSchemas.empty().put("name", name));
          if (!tag.description().isEmpty()) {
            node.put("description", tag.description());
          }
        });
    return tags.values();
  }

  private static ObjectNode securitySchemes() {
    ObjectNode schemes = JsonSchemas.empty();
    schemes
        .putObject(Operations.KEY)
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A key of the tenant, or the operator's.");
    schemes
        .putObject(Operations.SESSION)
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", SessionCookie.NAME)
        .put("description", "The session of the web application, worth what its key is worth.");
    return schemes;
  }
}
