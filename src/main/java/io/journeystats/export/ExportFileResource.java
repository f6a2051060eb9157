package io.journeystats.export;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.csv.FileName;
import io.journeystats.dashboard.AnswerFilter;
import io.journeystats.http.Problem;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The file of an export, or a part of it. */
@Path("/api/v1/exports/{export}/file")
@Produces({"text/csv", MediaType.APPLICATION_JSON})
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Exports")
public final class ExportFileResource {
  private final Exports exports;

  /** A resource on those exports. */
  public ExportFileResource(Exports exports) {
    this.exports = exports;
  }

  /** Its file. */
  @GET
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "getExportFile",
      summary = "The file of an export that is ready",
      description = "Its `ETag` is its SHA-256, so a download can go on where it broke off.")
  @ApiResponse(
      responseCode = "200",
      description = "The whole file.",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @ApiResponse(
      responseCode = "206",
      description = "The requested part.",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @ApiResponse(responseCode = "304", description = "The caller has it already.")
  @ApiResponse(responseCode = "409", description = "The export is still under way.")
  @ApiResponse(
      responseCode = "410",
      description = "The file was removed, as a user was erased since it was made.")
  @ApiResponse(responseCode = "416", description = "The file has no such part.")
  public Response file(
      @Auth Caller caller,
      @PathParam("export") String id,
      @HeaderParam("Range")
          @Parameter(description = "A part of the file's bytes, such as `bytes=1000-`.")
          @Nullable String range,
      @HeaderParam("If-Range")
          @Parameter(
              description = "The `ETag` of the file that the part is to be of; else all of it.")
          @Nullable String ifRange,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH)
          @Parameter(description = "The `ETag` of the file that the caller has.")
          @Nullable String ifNoneMatch,
      @Context Request request,
      @Context ContainerRequestContext context) {
    ExportJob job = exports.find(caller.tenant().id(), ExportId.parse(id));
    ExportFile file = exports.file(job);
    Audited.About.exportKind(context, job.question().kind().key());
    job.question()
        .journey()
        .ifPresent(journey -> Audited.About.journey(context, journey.toString()));
    EntityTag tag = new EntityTag(file.sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).build();
    }
    boolean sameFile = ifRange == null || ifRange.equals("\"" + file.sha256() + "\"");
    return switch (ByteRange.read(sameFile ? range : null, file.size())) {
      case ByteRange.Whole() -> answer(Response.ok(), file, 0, file.size(), request);
      case ByteRange.Part(var part) ->
          answer(
              Response.status(206)
                  .header(
                      "Content-Range",
                      "bytes %d-%d/%d".formatted(part.from(), part.to(), file.size())),
              file,
              part.from(),
              part.length(),
              request);
      case ByteRange.Beyond() ->
          Problem.of(416, "The file has %d bytes.".formatted(file.size()))
              .answer()
              .header("Content-Range", "bytes */" + file.size())
              .build();
    };
  }

  private Response answer(
      Response.ResponseBuilder answer, ExportFile file, long from, long length, Request request) {
    answer
        .type("text/csv;charset=utf-8;header=present")
        .tag(file.sha256())
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(file.name()).contentDisposition())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, AnswerFilter.VARY);
    if (request.getMethod().equals("HEAD")) {
      return answer.build();
    }
    // Opened before anything is answered, so that a file that is gone is a 404.
    InputStream bytes = exports.read(file, from, length);
    StreamingOutput body =
        target -> {
          try (bytes) {
            bytes.transferTo(target);
          }
        };
    return answer.entity(body).build();
  }
}
