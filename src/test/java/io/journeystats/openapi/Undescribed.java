package io.journeystats.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** A resource without documentation. */
@Path("/api/v1/things")
@Produces(MediaType.APPLICATION_JSON)
public final class Undescribed {
  private final Map<String, Number> numbers = Map.of();

  /** Something. */
  @GET
  @Path("{thing}")
  public Thing get(@PathParam("thing") String thing, @QueryParam("colour") String colour) {
    return new Thing(thing + colour, numbers);
  }

  /** The answer. */
  public record Thing(String name, @JsonAnyGetter Map<String, Number> numbers) {}
}
