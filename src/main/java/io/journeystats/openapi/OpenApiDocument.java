package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

    ObjectNode document = Heading.of(version, BASE);
    document.putArray("tags").addAll(Tags.of(routes));
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
    parts.set("securitySchemes", Heading.securitySchemes());
    return new OpenApiDocument(document, omissions.all());
  }
}
