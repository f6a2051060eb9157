package io.journeystats.openapi;

import io.journeystats.http.NotFoundException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The readable page of the API description. It loads nothing from other hosts. The paths of the
 * files that it loads change with their content, so browsers may cache them.
 */
@Path("/api/v1/docs")
@Hidden
public final class DocumentationResource {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final SwaggerUi ui = SwaggerUi.load();

  /** The page. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response page() {
    return Response.ok(ui.page(), "text/html; charset=utf-8")
        .header("Content-Security-Policy", POLICY)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  /** A file that the page loads. */
  @GET
  @Path("{version}/{file}")
  public Response file(@PathParam("version") String version, @PathParam("file") String file) {
    SwaggerUi.PageFile served =
        ui.find(version, file)
            .orElseThrow(() -> new NotFoundException("The page has no such file."));
    return Response.ok(served.open(), served.type())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .build();
  }
}
