package io.journeystats.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Suppliers;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The OpenAPI document. It is a file of the source tree, which a test compares with the routes and
 * their annotations; only the version is that of the running service. It holds no secrets, so no
 * key is needed.
 */
@Path("/api/v1/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service")
public final class OpenApiResource {
  private static final String FILE = "/openapi/openapi.json";

  private final Supplier<Document> document;

  /**
   * Serves the document.
   *
   * @param version the version of the service
   */
  public OpenApiResource(String version) {
    this.document = Suppliers.memoize(() -> Document.load(version));
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
    Document current = document.get();
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(current.tag());
    return (unchanged == null ? Response.ok(current.json()) : unchanged)
        .tag(current.tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Document(byte[] json, EntityTag tag) {
    /** The file without its line breaks. */
    static Document load(String version) {
      ObjectMapper mapper = new ObjectMapper();
      try (InputStream file =
          Objects.requireNonNull(OpenApiResource.class.getResourceAsStream(FILE), FILE)) {
        ObjectNode document = mapper.readValue(file, ObjectNode.class);
        document.withObjectProperty("info").put("version", version);
        byte[] json = mapper.writeValueAsBytes(document);
        return new Document(json, new EntityTag(Hashing.murmur3_128().hashBytes(json).toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
