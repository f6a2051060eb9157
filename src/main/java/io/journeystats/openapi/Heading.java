package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.tenant.SessionCookie;

/** What the document says of the API as a whole. */
final class Heading {
  private Heading() {}

  /** The beginning of the document. */
  static ObjectNode of(String version, String base) {
    ObjectNode document = Shapes.empty().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Journey Stats")
        .put("version", version)
        .put(
            "description",
            "Exact statistics of customer journeys. Every answer has the id of its request in the"
                + " header `X-Request-Id`: the client's own, if it sent one of up to 128 letters,"
                + " digits and `._:=+/-`, or else a new one.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", base);
    return document;
  }

  /** How callers say who they are. */
  static ObjectNode securitySchemes() {
    ObjectNode schemes = Shapes.empty();
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
