package io.journeystats.event;

import io.dropwizard.auth.Auth;
import io.journeystats.http.PageParameters;
import io.journeystats.http.Problem;
import io.journeystats.http.RequestBody;
import io.journeystats.http.RequestMemory;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.glassfish.jersey.server.CloseableService;

/** The resource that takes in events and lists rejected ones. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "The events that senders report, and the rejected ones.")
public final class EventResource {
  private static final int MULTI_STATUS = 207;

  private final EventIntake intake;
  private final RejectedEvents rejectedEvents;
  private final RequestBody reader;
  private final TenantLimiter memory;
  private final TenantLimiter turns;

  /**
   * Creates the resource.
   *
   * @param intake takes in events
   * @param rejectedEvents the rejected events
   * @param reader reads request bodies
   * @param memory limits the total size of the bodies in memory
   * @param turns limits the number of requests that are processed at a time
   */
  public EventResource(
      EventIntake intake,
      RejectedEvents rejectedEvents,
      RequestBody reader,
      TenantLimiter memory,
      TenantLimiter turns) {
    this.intake = intake;
    this.rejectedEvents = rejectedEvents;
    this.reader = reader;
    this.memory = memory;
    this.turns = turns;
  }

  /** Takes in a JSON array of events or a single event. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permission.Names.INGEST)
  @Operation(
      operationId = "sendEvents",
      summary = "Sends events",
      description =
          "The accepted events are durable when the response arrives. Requests can safely be"
              + " retried: an event is identified by its id and time.")
  @ApiResponse(
      responseCode = "200",
      description = "All events were accepted.",
      content = @Content(schema = @Schema(implementation = EventIntake.Receipt.class)))
  @ApiResponse(
      responseCode = "207",
      description = "Some events were accepted; the response lists the rejected ones.",
      content = @Content(schema = @Schema(implementation = EventIntake.Receipt.class)))
  @ApiResponse(
      responseCode = "422",
      description = "No event was accepted, or the body is invalid.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(anyOf = {Problem.class, NoneAccepted.class})))
  public Response postJson(
      @Auth Caller caller,
      @Context HttpHeaders headers,
      @Context CloseableService closedAtEnd,
      @ArraySchema(
              schema = @Schema(implementation = Event.class),
              maxItems = EventDecoder.MAXIMUM_EVENTS)
          InputStream body) {
    return take(caller, read(caller, headers, closedAtEnd, body), EventFormat.JSON);
  }

  /** Takes in events as NDJSON. */
  @POST
  @Consumes(EventFormat.NDJSON)
  @RolesAllowed(Permission.Names.INGEST)
  public Response postLines(
      @Auth Caller caller,
      @Context HttpHeaders headers,
      @Context CloseableService closedAtEnd,
      InputStream body) {
    return take(caller, read(caller, headers, closedAtEnd, body), EventFormat.LINES);
  }

  /** Lists rejected events, the latest first. */
  @GET
  @Path("rejected")
  @Operation(
      operationId = "listRejectedEvents",
      summary = "Lists rejected events, the latest first")
  @RolesAllowed({Permission.Names.INGEST, Permission.Names.READ})
  public RejectedEvents.Page rejected(
      @Auth Caller caller,
      @BeanParam PageParameters paging,
      @Context ContainerRequestContext request) {
    return rejectedEvents.list(
        caller.tenant().id(),
        paging.rows(),
        paging.after(2),
        RequestMemory.of(request.getProperty(RequestMemory.PROPERTY)));
  }

  /** Releases the memory only after the response is written, since the response quotes the body. */
  private byte[] read(
      Caller caller, HttpHeaders headers, CloseableService closedAtEnd, InputStream body) {
    TenantLimiter.Permit part = memory.permit(caller.tenant().id().value());
    closedAtEnd.add(part);
    return reader.read(body, headers, part::take);
  }

  private EventIntake.Receipt inTurn(Caller caller, byte[] body, EventFormat format) {
    try (TenantLimiter.Permit turn = turns.permit(caller.tenant().id().value())) {
      turn.take(1);
      return intake.take(caller.tenant().id(), body, format);
    }
  }

  private Response take(Caller caller, byte[] body, EventFormat format) {
    EventIntake.Receipt receipt = inTurn(caller, body, format);
    if (receipt.rejected().isEmpty()) {
      return Response.ok(receipt).build();
    }
    return receipt.accepted() > 0
        ? Response.status(MULTI_STATUS).entity(receipt).build()
        : NoneAccepted.of(receipt.rejected()).toResponse();
  }
}
