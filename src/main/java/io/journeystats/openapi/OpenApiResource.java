package io.journeystats.openapi;

import com.google.common.hash.Hashing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The API's description for programs; it holds no secrets, so it asks for no key. */
@Path("/api/v1/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service")
public final class OpenApiResource {
  private final ApiDescription description;

  /** Serves a description. */
  public OpenApiResource(ApiDescription description) {
    this.description = description;
  }

  /** The document. */
  @GET
  @Operation(operationId = "getOpenApi", summary = "This document")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(schema = @Schema(type = "object", description = "A document of OpenAPI 3.1.")))
  @ApiResponse(responseCode = "304", description = "It is still the one that the caller has.")
  public Response document(@Context Request request) {
    byte[] json = description.json();
    EntityTag tag = new EntityTag(Hashing.murmur3_128().hashBytes(json).toString());
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    return (known == null ? Response.ok(json) : known)
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }
}
