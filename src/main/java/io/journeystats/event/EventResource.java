package io.journeystats.event;

import io.dropwizard.auth.Auth;
import io.journeystats.http.Cursor;
import io.journeystats.http.Problem;
import io.journeystats.http.RequestBody;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.glassfish.jersey.server.CloseableService;
import org.jspecify.annotations.Nullable;

/** Where events come in, and where refused ones can be looked up. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
public final class EventResource {
  private static final int MULTI_STATUS = 207;
  private static final int UNPROCESSABLE = 422;

  private final EventIntake intake;
  private final RejectedEvents rejectedEvents;
  private final RequestBody reader;
  private final FairShare memory;
  private final FairShare turns;

  /**
   * Serves an intake and the events it refused.
   *
   * @param intake takes events in
   * @param rejectedEvents keeps those refused
   * @param reader reads the bodies
   * @param memory the bytes that bodies may have together
   * @param turns how many are taken in at the same time
   */
  public EventResource(
      EventIntake intake,
      RejectedEvents rejectedEvents,
      RequestBody reader,
      FairShare memory,
      FairShare turns) {
    this.intake = intake;
    this.rejectedEvents = rejectedEvents;
    this.reader = reader;
    this.memory = memory;
    this.turns = turns;
  }

  /** Takes a JSON array of events, or one event. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permission.Names.INGEST)
  public Response postJson(
      @Auth Caller caller,
      @Context HttpHeaders headers,
      @Context CloseableService closedAtEnd,
      InputStream body) {
    return take(caller, read(caller, headers, closedAtEnd, body), EventFormat.JSON);
  }

  /** Takes events a line each. */
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

  /** Lists refused events, the latest first. */
  @GET
  @Path("rejected")
  @RolesAllowed({Permission.Names.INGEST, Permission.Names.READ})
  public RejectedEvents.Page rejected(
      @Auth Caller caller,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return rejectedEvents.list(caller.tenant().id(), Cursor.limit(limit), Cursor.parse(cursor, 2));
  }

  /** The memory is given back when the answer is written, as that tells of what was read. */
  private byte[] read(
      Caller caller, HttpHeaders headers, CloseableService closedAtEnd, InputStream body) {
    FairShare.Part part = memory.part(caller.tenant().id());
    closedAtEnd.add(part);
    return reader.read(body, headers, part::take);
  }

  private EventIntake.Receipt inTurn(Caller caller, byte[] body, EventFormat format) {
    try (FairShare.Part turn = turns.part(caller.tenant().id())) {
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
        : Problem.of(UNPROCESSABLE, "None of the events could be accepted.")
            .with(Map.of("accepted", 0, "rejected", receipt.rejected()))
            .toResponse();
  }
}
