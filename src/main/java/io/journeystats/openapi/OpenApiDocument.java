package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.jersey.server.model.Resource;

/**
 * The description of an API in the words of OpenAPI 3.1.
 *
 * @param json the document
 * @param omissions what the code does not say of the API though it should, with what to do about it
 */
public record OpenApiDocument(ObjectNode json, List<String> omissions) {
  private static final String BASE = "/api/v1";

  /**
   * Describes what Jersey serves.
   *
   * @param resources the roots of its model
   * @param version the version of the service
   */
  public static OpenApiDocument of(Collection<Resource> resources, String version) {
    Omissions omissions = new Omissions();
    Components components = new Components(omissions);
    Schemas schemas = new Schemas(components, omissions);
    Refusals refusals = new Refusals(schemas);
    Examples examples = Examples.load();
    Operations operations =
        new Operations(
            new ParameterShapes(schemas, omissions),
            new Bodies(schemas, examples, omissions),
            new Answers(schemas, refusals, examples, omissions),
            omissions);
    List<Route> routes = Routes.of(resources);

    ObjectNode document = heading(version);
    document.putArray("tags").addAll(tags(routes));
    ObjectNode paths = document.putObject("paths");
    for (Route route : routes) {
      if (route.path().startsWith(BASE + "/")) {
        paths
            .withObjectProperty(route.path().substring(BASE.length()))
            .set(route.method().toLowerCase(Locale.ROOT), operations.of(route));
      } else {
        omissions.add(route.toString(), "lies outside of " + BASE);
      }
    }
    ObjectNode parts = document.putObject("components");
    parts.set("responses", refusals.components());
    parts.putObject("schemas").setAll(components.schemas());
    parts
        .putObject("securitySchemes")
        .putObject(Operations.KEY)
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A key of the tenant, or the operator's.");
    return new OpenApiDocument(document, omissions.all());
  }

  private static ObjectNode heading(String version) {
    ObjectNode document = Shapes.empty().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Journey Stats")
        .put("version", version)
        .put("description", "Exact statistics of customer journeys.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", BASE);
    return document;
  }

  private static Collection<ObjectNode> tags(List<Route> routes) {
    Map<String, ObjectNode> tags = new TreeMap<>();
    for (Route route : routes) {
      Tag tag = route.described().getDeclaringClass().getAnnotation(Tag.class);
      if (tag != null) {
        ObjectNode node =
            tags.computeIfAbsent(tag.name(), name -> Shapes.empty().put("name", name));
        if (!tag.description().isEmpty()) {
          node.put("description", tag.description());
        }
      }
    }
    return tags.values();
  }
}
