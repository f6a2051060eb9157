package io.journeystats.journey;

import io.dropwizard.auth.Auth;
import io.journeystats.http.InputErrors;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.RequestMemory;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant's journeys: create, read, edit, and change their status. */
@Path("/api/v1/journeys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.MANAGE)
@Tag(name = "Journeys", description = "The journeys to measure.")
public final class JourneyResource {
  private final JourneyCatalogue journeys;

  /** Creates the resource. */
  public JourneyResource(JourneyCatalogue journeys) {
    this.journeys = journeys;
  }

  /** Creates a draft. */
  @POST
  @Operation(operationId = "createJourney", summary = "Creates a draft")
  @JourneyCreated
  @ApiResponse(
      responseCode = "409",
      description =
          "The tenant has or had a journey with this id, or has the maximum number of journeys.")
  public Response create(
      @Auth Caller caller, @Schema(requiredProperties = "type") JourneyForm form) {
    InputErrors errors = new InputErrors();
    JourneyRules rules = new JourneyRules(errors);
    Optional<JourneyId> id = rules.id(form);
    JourneyType type = rules.type(form);
    Definition definition = rules.definition(form);
    errors.throwIfAny();
    return created(journeys.create(author(caller), id, type, definition, Optional.empty()));
  }

  /** Returns a journey. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getJourney", summary = "Returns a journey")
  @JourneyShown
  @RolesAllowed(Permission.Names.READ)
  public Response get(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return ok(journeys.versioned(caller.tenant().id(), parseAndReserve(caller, id, request)));
  }

  /** Replaces the title, category, steps and goals. */
  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "replaceJourney",
      summary = "Replaces the title, category, steps and goals")
  @JourneyShown
  @ApiResponse(responseCode = "409", description = "The journey's status does not allow edits.")
  public Response replace(
      @Auth Caller caller,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = VersionTag.DESCRIPTION)
          @Nullable String ifMatch,
      @Context ContainerRequestContext request,
      JourneyForm form) {
    JourneyHead journey =
        journeys.requiredHead(caller.tenant().id(), parseAndReserve(caller, id, request));
    InputErrors errors = new InputErrors();
    JourneyRules rules = new JourneyRules(errors);
    errors.require(
        form.id() == null || rules.id(form).filter(journey.id()::equals).isPresent(),
        "id",
        "cannot be changed");
    errors.require(
        form.type() == null || rules.type(form) == journey.type(), "type", "cannot be changed");
    Definition definition = rules.definition(form);
    errors.throwIfAny();
    return ok(
        journeys.replace(author(caller), journey.id(), definition, VersionTag.parse(ifMatch)));
  }

  /** Renames a journey. */
  @PATCH
  @Path("/{id}")
  @Operation(operationId = "renameJourney", summary = "Renames a journey of any status")
  @JourneyShown
  @ApiResponse(
      responseCode = "409",
      description = "The journey has the maximum number of revisions.")
  public Response rename(
      @Auth Caller caller,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = VersionTag.DESCRIPTION)
          @Nullable String ifMatch,
      @Context ContainerRequestContext request,
      TitleForm form) {
    InputErrors errors = new InputErrors();
    String title = new JourneyRules(errors).title(form.title());
    errors.throwIfAny();
    return ok(
        journeys.rename(
            author(caller),
            parseAndReserve(caller, id, request),
            title,
            VersionTag.parse(ifMatch)));
  }

  /** Activates a draft, or resumes a paused journey. */
  @POST
  @Path("/{id}/activate")
  @Operation(
      operationId = "activateJourney",
      summary = "Activates a draft, or resumes a paused journey")
  @JourneyShown
  @ApiResponse(
      responseCode = "409",
      description = "The journey's status does not allow this transition.")
  @Consumes(MediaType.WILDCARD)
  public Response activate(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return ok(
        journeys.move(author(caller), parseAndReserve(caller, id, request), JourneyStatus.ACTIVE));
  }

  /** Pauses an active journey, so that it can be edited. */
  @POST
  @Path("/{id}/pause")
  @Operation(
      operationId = "pauseJourney",
      summary = "Pauses an active journey, so that it can be edited")
  @JourneyShown
  @ApiResponse(
      responseCode = "409",
      description = "The journey's status does not allow this transition.")
  @Consumes(MediaType.WILDCARD)
  public Response pause(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return ok(
        journeys.move(author(caller), parseAndReserve(caller, id, request), JourneyStatus.PAUSED));
  }

  /** Permanently ends an active journey that is complete. */
  @POST
  @Path("/{id}/finish")
  @Operation(
      operationId = "finishJourney",
      summary = "Permanently ends an active journey that is complete")
  @JourneyShown
  @ApiResponse(
      responseCode = "409",
      description = "The journey's status does not allow this transition.")
  @Consumes(MediaType.WILDCARD)
  public Response finish(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return ok(
        journeys.move(
            author(caller), parseAndReserve(caller, id, request), JourneyStatus.FINISHED));
  }

  /** Permanently ends an active or paused journey early. */
  @POST
  @Path("/{id}/stop")
  @Operation(
      operationId = "stopJourney",
      summary = "Permanently ends an active or paused journey early")
  @JourneyShown
  @ApiResponse(
      responseCode = "409",
      description = "The journey's status does not allow this transition.")
  @Consumes(MediaType.WILDCARD)
  public Response stop(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return ok(
        journeys.move(author(caller), parseAndReserve(caller, id, request), JourneyStatus.STOPPED));
  }

  /** Creates a draft with the same definition, without events. */
  @POST
  @Path("/{id}/clone")
  @Operation(
      operationId = "cloneJourney",
      summary = "Creates a draft with the same definition, without events")
  @JourneyCreated
  @ApiResponse(responseCode = "409", description = "The tenant has the maximum number of journeys.")
  @Consumes(MediaType.WILDCARD)
  public Response copy(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return created(journeys.copy(author(caller), parseAndReserve(caller, id, request)));
  }

  /** Deletes a journey with its events. */
  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deleteJourney",
      summary = "Permanently deletes a draft, stopped or finished journey with its events",
      description =
          "The journey disappears immediately from all statistics and lists; its events are removed"
              + " from the disk within a day. The id cannot be reused. The tenant's custom events"
              + " remain.")
  @ApiResponse(responseCode = "204", description = "The journey is deleted.")
  @ApiResponse(responseCode = "409", description = "The journey's status does not allow deletion.")
  public void delete(@Auth Caller caller, @PathParam("id") String id) {
    journeys.delete(author(caller), parse(id));
  }

  /** Lists the changes of a journey. */
  @GET
  @Path("/{id}/history")
  @Operation(
      operationId = "getJourneyHistory",
      summary = "Lists the changes of a journey with their authors")
  @RolesAllowed(Permission.Names.READ)
  public HistoryView history(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return HistoryView.of(journeys.history(caller.tenant().id(), parse(id), memory(request)));
  }

  /**
   * The unvalidated request for a new title.
   *
   * @param title the title
   */
  record TitleForm(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              minLength = 1,
              maxLength = Definition.MAXIMUM_TITLE)
          @Nullable String title) {}

  private static Response created(VersionedJourney created) {
    URI location = URI.create("/api/v1/journeys/" + created.journey().id());
    return Response.created(location)
        .tag(VersionTag.of(created))
        .entity(JourneyView.of(created.journey()))
        .build();
  }

  private static Response ok(VersionedJourney ok) {
    return Response.ok(JourneyView.of(ok.journey())).tag(VersionTag.of(ok)).build();
  }

  private static JourneyId parse(String id) {
    return JourneyId.find(id)
        .orElseThrow(() -> new NotFoundException("There is no journey with this id."));
  }

  /** Parses an id and charges the request's memory budget for the journey's definition. */
  private JourneyId parseAndReserve(Caller caller, String id, ContainerRequestContext request) {
    JourneyId parsed = parse(id);
    journeys
        .head(caller.tenant().id(), parsed)
        .ifPresent(head -> memory(request).take(head.memory()));
    return parsed;
  }

  private static RequestMemory memory(ContainerRequestContext request) {
    return RequestMemory.of(request.getProperty(RequestMemory.PROPERTY));
  }

  private static JourneyCatalogue.Author author(Caller caller) {
    return new JourneyCatalogue.Author(caller.tenant().id(), caller.getName());
  }
}
