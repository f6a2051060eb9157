package io.journeystats.export;

import io.dropwizard.auth.Auth;
import io.journeystats.http.Cursor;
import io.journeystats.http.InputErrors;
import io.journeystats.http.PageParameters;
import io.journeystats.http.RequestMemory;
import io.journeystats.journey.Journeys;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.journeystats.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files made in the background: asked for, looked at, taken away, ended. */
@Path("/api/v1/exports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Exports", description = "Files made in the background.")
public final class ExportResource {
  private final Exports exports;
  private final ExportRules rules;
  private final InstantSource clock;

  /** A resource on those exports. */
  public ExportResource(Exports exports, Journeys journeys, InstantSource clock) {
    this.exports = exports;
    this.rules = new ExportRules(journeys);
    this.clock = clock;
  }

  /** Asks for a file. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createExport",
      summary = "Asks for a file",
      description =
          "It is made in the background. Whoever asks for the same while it is under way gets the"
              + " same export.")
  @ApiResponse(
      responseCode = "202",
      description = "The export waits for its turn.",
      headers = @Header(name = HttpHeaders.LOCATION, description = "Where the export is."),
      content = @Content(schema = @Schema(implementation = ExportAccepted.class)))
  public Response create(
      @Auth Caller caller,
      @HeaderParam("Idempotency-Key")
          @Parameter(
              description =
                  "A name of the caller's own for this request, of up to 255 characters: sent again"
                      + " under the same name, however often, it is one export.")
          @Nullable String repeatable,
      ExportForm form,
      @Context UriInfo uri,
      @Context ContainerRequestContext request) {
    Optional<String> name = Optional.ofNullable(repeatable);
    InputErrors errors = new InputErrors();
    name.ifPresent(given -> {
      var _ = errors.text("Idempotency-Key", given, 255);
    });
    errors.throwIfAny();
    ExportRequest question =
        rules.check(
            form,
            caller.tenant(),
            clock.instant(),
            RequestMemory.of(request.getProperty(RequestMemory.PROPERTY)));
    ExportJob job = exports.intake().ask(tenant(caller), caller.getName(), question, name);
    return Response.accepted(new ExportAccepted(job.id(), job.status()))
        .location(uri.getAbsolutePathBuilder().path(job.id().toString()).build())
        .build();
  }

  /** The tenant's exports. */
  @GET
  @Operation(operationId = "listExports", summary = "The tenant's exports, the latest first")
  public ExportList list(@Auth Caller caller, @BeanParam PageParameters paging) {
    int rows = paging.rows();
    Optional<ExportPosition> after = paging.after(2).map(ExportPosition::of);
    List<ExportJob> found = exports.list(tenant(caller), after, rows + 1);
    List<ExportJob> page = found.stream().limit(rows).toList();
    return new ExportList(
        page.stream().map(this::view).toList(),
        found.size() > rows ? Cursor.after(ExportPosition.of(page.getLast()).parts()) : null);
  }

  /** One export. */
  @GET
  @Path("/{export}")
  @Operation(operationId = "getExport", summary = "Tells how far an export is")
  public ExportView get(@Auth Caller caller, @PathParam("export") String id) {
    return view(exports.find(tenant(caller), ExportId.parse(id)));
  }

  /** Ends one. */
  @DELETE
  @Path("/{export}")
  @Operation(
      operationId = "endExport",
      summary = "Ends an export",
      description =
          "One that is under way is cancelled, the file of one that is ready is removed; one that"
              + " has ended stays as it is.")
  public void end(@Auth Caller caller, @PathParam("export") String id) {
    exports.end(tenant(caller), ExportId.parse(id));
  }

  private ExportView view(ExportJob job) {
    return ExportView.of(job, exports.expiry(job));
  }

  private static TenantId tenant(Caller caller) {
    return caller.tenant().id();
  }
}
