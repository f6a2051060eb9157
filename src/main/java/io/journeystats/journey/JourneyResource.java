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

/** The tenant's journeys one by one: create, read, edit, lead through their life cycle. */
@Path("/api/v1/journeys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.MANAGE)
@Tag(name = "Journeys", description = "What is measured.")
public final class JourneyResource {
  private final JourneyCatalogue journeys;

  /** A resource on those journeys. */
  public JourneyResource(JourneyCatalogue journeys) {
    this.journeys = journeys;
  }

  /** Creates a draft. */
  @POST
  @Operation(operationId = "createJourney", summary = "Creates a draft")
  @JourneyCreated
  @ApiResponse(
      responseCode = "409",
      description = "The tenant has or had a journey with this id, or as many as it may.")
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

  /** Shows a journey. */
  @GET
  @Path("/{id}")
  @Operation(operationId = "getJourney", summary = "Shows a journey")
  @JourneyShown
  @RolesAllowed(Permission.Names.READ)
  public Response get(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return shown(journeys.versioned(caller.tenant().id(), held(caller, id, request)));
  }

  /** Replaces title, category, steps and goals. */
  @PUT
  @Path("/{id}")
  @Operation(operationId = "replaceJourney", summary = "Replaces title, category, steps and goals")
  @JourneyShown
  @ApiResponse(responseCode = "409", description = "The journey's status does not allow it.")
  public Response replace(
      @Auth Caller caller,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = VersionTag.MEANING)
          @Nullable String ifMatch,
      @Context ContainerRequestContext request,
      JourneyForm form) {
    JourneyHead journey = journeys.requiredHead(caller.tenant().id(), held(caller, id, request));
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
    return shown(
        journeys.replace(author(caller), journey.id(), definition, VersionTag.parse(ifMatch)));
  }

  /** Gives another title. */
  @PATCH
  @Path("/{id}")
  @Operation(operationId = "renameJourney", summary = "Gives another title, in every status")
  @JourneyShown
  @ApiResponse(responseCode = "409", description = "The journey has as many revisions as it may.")
  public Response rename(
      @Auth Caller caller,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = VersionTag.MEANING)
          @Nullable String ifMatch,
      @Context ContainerRequestContext request,
      TitleForm form) {
    InputErrors errors = new InputErrors();
    String title = new JourneyRules(errors).title(form.title());
    errors.throwIfAny();
    return shown(
        journeys.rename(
            author(caller), held(caller, id, request), title, VersionTag.parse(ifMatch)));
  }

  /** Starts a draft, or a paused journey again. */
  @POST
  @Path("/{id}/activate")
  @Operation(operationId = "activateJourney", summary = "Starts a draft, or a paused journey again")
  @JourneyShown
  @ApiResponse(responseCode = "409", description = "The journey's status does not lead there.")
  @Consumes(MediaType.WILDCARD)
  public Response activate(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return shown(journeys.move(author(caller), held(caller, id, request), JourneyStatus.ACTIVE));
  }

  /** Pauses an active journey, to edit it. */
  @POST
  @Path("/{id}/pause")
  @Operation(operationId = "pauseJourney", summary = "Pauses an active journey, to edit it")
  @JourneyShown
  @ApiResponse(responseCode = "409", description = "The journey's status does not lead there.")
  @Consumes(MediaType.WILDCARD)
  public Response pause(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return shown(journeys.move(author(caller), held(caller, id, request), JourneyStatus.PAUSED));
  }

  /** Ends an active journey that did its work, for ever. */
  @POST
  @Path("/{id}/finish")
  @Operation(
      operationId = "finishJourney",
      summary = "Ends an active journey that did its work, for ever")
  @JourneyShown
  @ApiResponse(responseCode = "409", description = "The journey's status does not lead there.")
  @Consumes(MediaType.WILDCARD)
  public Response finish(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return shown(journeys.move(author(caller), held(caller, id, request), JourneyStatus.FINISHED));
  }

  /** Ends an active or paused journey early, for ever. */
  @POST
  @Path("/{id}/stop")
  @Operation(
      operationId = "stopJourney",
      summary = "Ends an active or paused journey early, for ever")
  @JourneyShown
  @ApiResponse(responseCode = "409", description = "The journey's status does not lead there.")
  @Consumes(MediaType.WILDCARD)
  public Response stop(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return shown(journeys.move(author(caller), held(caller, id, request), JourneyStatus.STOPPED));
  }

  /** Makes a new draft of the same definition, without its events. */
  @POST
  @Path("/{id}/clone")
  @Operation(
      operationId = "cloneJourney",
      summary = "Makes a new draft of the same definition, without its events")
  @JourneyCreated
  @ApiResponse(responseCode = "409", description = "The tenant has as many journeys as it may.")
  @Consumes(MediaType.WILDCARD)
  public Response copy(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return created(journeys.copy(author(caller), held(caller, id, request)));
  }

  /** Deletes a journey with its events. */
  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deleteJourney",
      summary = "Deletes a draft, stopped or finished journey with its events, for ever",
      description =
          "From the answer on nothing of it is counted or shown; its bytes are off the disk within"
              + " a day. Its id cannot be used again. The tenant's custom events stay.")
  @ApiResponse(responseCode = "204", description = "It is gone.")
  @ApiResponse(responseCode = "409", description = "The journey's status does not allow it.")
  public void delete(@Auth Caller caller, @PathParam("id") String id) {
    journeys.delete(author(caller), parse(id));
  }

  /** Tells who changed what, and when. */
  @GET
  @Path("/{id}/history")
  @Operation(operationId = "getJourneyHistory", summary = "Tells who changed what, and when")
  @RolesAllowed(Permission.Names.READ)
  public HistoryView history(
      @Auth Caller caller, @PathParam("id") String id, @Context ContainerRequestContext request) {
    return HistoryView.of(journeys.history(caller.tenant().id(), parse(id), memory(request)));
  }

  /**
   * A title, unchecked.
   *
   * @param title for people
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

  private static Response shown(VersionedJourney shown) {
    return Response.ok(JourneyView.of(shown.journey())).tag(VersionTag.of(shown)).build();
  }

  private static JourneyId parse(String id) {
    return JourneyId.find(id)
        .orElseThrow(() -> new NotFoundException("There is no journey with this id."));
  }

  /** The id of a journey for whose definition the request holds memory from now on. */
  private JourneyId held(Caller caller, String id, ContainerRequestContext request) {
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
