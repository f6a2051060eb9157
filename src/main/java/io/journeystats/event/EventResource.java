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
import org.jspecify.annotations.Nullable;

/** Where events come in, and where refused ones can be looked up. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
public final class EventResource {
  private static final int MULTI_STATUS = 207;
  private static final int UNPROCESSABLE = 422;

  private final EventIntake intake;
  private final RejectedEvents rejectedEvents;

  /** Serves an intake and the events it refused. */
  public EventResource(EventIntake intake, RejectedEvents rejectedEvents) {
    this.intake = intake;
    this.rejectedEvents = rejectedEvents;
  }

  /** Takes a JSON array of events, or one event. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permission.Names.INGEST)
  public Response postJson(@Auth Caller caller, @Context HttpHeaders headers, InputStream body) {
    return take(caller, headers, body, EventFormat.JSON);
  }

  /** Takes events a line each. */
  @POST
  @Consumes(EventFormat.NDJSON)
  @RolesAllowed(Permission.Names.INGEST)
  public Response postLines(@Auth Caller caller, @Context HttpHeaders headers, InputStream body) {
    return take(caller, headers, body, EventFormat.LINES);
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

  private Response take(Caller caller, HttpHeaders headers, InputStream body, EventFormat format) {
    EventIntake.Receipt receipt =
        intake.take(caller.tenant().id(), RequestBody.read(body, headers), format);
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
