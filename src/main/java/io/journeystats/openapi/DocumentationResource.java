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
 * The API's description for people. The page loads nothing from elsewhere; what it loads from here
 * stands under a path that changes with its content, so browsers may keep it.
 */
@Path("/api/v1/docs")
@Hidden
public final class DocumentationResource {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final PageFiles files = PageFiles.load();

  /** The page. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response page() {
    return Response.ok(files.page(), "text/html; charset=utf-8")
        .header("Content-Security-Policy", POLICY)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  /** What the page loads. */
  @GET
  @Path("{version}/{file}")
  public Response file(@PathParam("version") String version, @PathParam("file") String file) {
    PageFile served =
        files
            .find(version, file)
            .orElseThrow(() -> new NotFoundException("The page has no such file."));
    return Response.ok(served.open(), served.type())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .build();
  }
}
