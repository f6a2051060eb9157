package io.journeystats.export;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.dashboard.AttributionParameters;
import io.journeystats.dashboard.CommunicationsResource;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of messages, as files. */
@Path("/api/v1/journeys/{journey}/channels")
@Produces("text/csv")
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Files")
public final class ChannelCsvResource {
  private final CsvDesk desk;

  /** Serves from the desk. */
  public ChannelCsvResource(CsvDesk desk) {
    this.desk = desk;
  }

  /** The channel's messages, a row a step. */
  @GET
  @Path("{channel}.csv")
  @CsvAnswer
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "getMessagesFile",
      summary = "A channel's messages, a row a step, as a file")
  public Response messages(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @BeanParam CsvParameters parameters,
      @QueryParam("goal")
          @Parameter(
              description =
                  "The id of the goal to measure conversions of; without one they are empty.")
          @Nullable String goal,
      @BeanParam AttributionParameters attribution) {
    Channel channel = CommunicationsResource.channel(channelKey);
    return desk.answer(
        caller,
        journey,
        parameters,
        tables -> {
          Optional<Goal> chosen =
              Optional.ofNullable(goal)
                  .map(id -> CommunicationsResource.goal(tables.statistics(), id));
          return tables.messages(
              channel, chosen, attribution.resolve(tables.statistics().journey(), chosen));
        });
  }

  /** A message day by day. */
  @GET
  @Path("{channel}/messages/{step}.csv")
  @CsvAnswer
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "getMessageDaysFile",
      summary = "A message day by day, as a file",
      description = "The channel's metrics, of the messages of this step alone.")
  public Response days(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @PathParam("step") String step,
      @BeanParam CsvParameters parameters) {
    Channel channel = CommunicationsResource.channel(channelKey);
    return desk.answer(caller, journey, parameters, tables -> tables.messageDays(channel, step));
  }

  /** Who got a message or interacted with it. */
  @GET
  @Path("{channel}/messages/{step}/users.csv")
  @CsvAnswer
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "getMessageUsersFile",
      summary = "Who got a message or interacted with it, as a file",
      description = "With the first time of each in the period, and the type of the latest event.")
  public Response users(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @PathParam("step") String step,
      @BeanParam CsvParameters parameters) {
    Channel channel = CommunicationsResource.channel(channelKey);
    return desk.answer(caller, journey, parameters, tables -> tables.messageUsers(channel, step));
  }
}
