package io.journeystats.download;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.dashboard.AttributionParameters;
import io.journeystats.dashboard.CommunicationsResource;
import io.journeystats.dashboard.DurationParameters;
import io.journeystats.dashboard.JourneyStatisticsFactory;
import io.journeystats.dashboard.JourneyTables;
import io.journeystats.dashboard.NumberParameters;
import io.journeystats.dashboard.SeriesInterval;
import io.journeystats.dashboard.UserListResource;
import io.journeystats.http.InvalidInputException;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.metric.UserState;
import io.journeystats.sql.StreamedTables;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The resources that answer with a table of a journey as CSV, one for each path; a table itself is
 * a method of {@link JourneyTables}.
 */
public final class CsvResources {
  private CsvResources() {}

  /**
   * Returns all of them, to be registered with Jersey.
   *
   * @param statistics finds the journey
   * @param streamed makes tables with any number of rows
   * @param downloads sends them
   */
  public static List<Object> all(
      JourneyStatisticsFactory statistics, StreamedTables streamed, CsvDownloads downloads) {
    CsvResource.Services services = new CsvResource.Services(statistics, streamed, downloads);
    return List.of(
        new Users(services),
        new Contributors(services),
        new Goals(services),
        new Conversions(services),
        new Messages(services),
        new Links(services),
        new Flow(services),
        new Durations(services));
  }

  /** The user list as a file. */
  @Path("/api/v1/journeys/{journey}/users.csv")
  @Produces("text/csv")
  @RolesAllowed(Permission.Names.READ)
  @Tag(name = "Files", description = "Statistics as CSV.")
  public static final class Users extends CsvResource {

    private Users(CsvResource.Services services) {
      super(services);
    }

    /** All users who entered in the period. */
    @GET
    @CsvResource.CsvAnswer
    @Audited(AuditKind.FILE_DOWNLOADED)
    @Operation(
        operationId = "getUsersFile",
        summary = "The users who entered in the period, as a file",
        description = "All of them, as of one moment, in the order of their ids.")
    public Response users(
        @Auth Caller caller,
        @PathParam("journey") String journey,
        @BeanParam CsvParameters parameters,
        @QueryParam("search")
            @DefaultValue("")
            @Parameter(description = "The beginning of a user's id, or of a device's.")
            String search,
        @QueryParam("status")
            @Parameter(
                description = "Only users who are in this state now.",
                schema = @Schema(implementation = UserState.class))
            @Nullable String status) {
      return file(
          caller,
          journey,
          parameters,
          tables -> tables.users(search, UserListResource.state(status)));
    }
  }

  /** The users who contribute to a number of a dashboard, as a file. */
  @Path("/api/v1/journeys/{journey}/stats/users.csv")
  @Produces("text/csv")
  @RolesAllowed(Permission.Names.READ)
  @Tag(name = "Files")
  public static final class Contributors extends CsvResource {

    private Contributors(CsvResource.Services services) {
      super(services);
    }

    /** All users who did what a number is made of. */
    @GET
    @CsvResource.CsvAnswer
    @Audited(AuditKind.FILE_DOWNLOADED)
    @Operation(
        operationId = "getUsersBehindFile",
        summary = "The users who contribute to a number, as a file",
        description = "All of them, as of one moment, in the order of their ids.")
    public Response users(
        @Auth Caller caller,
        @PathParam("journey") String journey,
        @BeanParam CsvParameters parameters,
        @BeanParam NumberParameters number) {
      return file(caller, journey, parameters, tables -> tables.contributors(number.number()));
    }
  }

  /** The goals as a file. */
  @Path("/api/v1/journeys/{journey}/goals.csv")
  @Produces("text/csv")
  @RolesAllowed(Permission.Names.READ)
  @Tag(name = "Files")
  public static final class Goals extends CsvResource {

    private Goals(CsvResource.Services services) {
      super(services);
    }

    /** The goals with their numbers. */
    @GET
    @CsvResource.CsvAnswer
    @Audited(AuditKind.FILE_DOWNLOADED)
    @Operation(operationId = "getGoalsFile", summary = "How each goal converts, as a file")
    public Response goals(
        @Auth Caller caller,
        @PathParam("journey") String journey,
        @BeanParam CsvParameters parameters) {
      return file(caller, journey, parameters, JourneyTables::goals);
    }
  }

  /** The conversions of a goal as a file. */
  @Path("/api/v1/journeys/{journey}/goals/{goal}.csv")
  @Produces("text/csv")
  @RolesAllowed(Permission.Names.READ)
  @Tag(name = "Files")
  public static final class Conversions extends CsvResource {

    private Conversions(CsvResource.Services services) {
      super(services);
    }

    /** One row per user who reached the goal in the period. */
    @GET
    @CsvResource.CsvAnswer
    @Audited(AuditKind.FILE_DOWNLOADED)
    @Operation(
        operationId = "getConversionsFile",
        summary = "Who reached a goal, as a file",
        description =
            "With the first conversion in the period, the number of entrances up to then, and the"
                + " step of the latest interaction with a message that was not longer ago than the"
                + " conversion period.")
    public Response conversions(
        @Auth Caller caller,
        @PathParam("journey") String journey,
        @PathParam("goal") String goal,
        @BeanParam CsvParameters parameters) {
      return file(caller, journey, parameters, tables -> tables.conversions(goal));
    }
  }

  /** What became of messages, as files. */
  @Path("/api/v1/journeys/{journey}/channels")
  @Produces("text/csv")
  @RolesAllowed(Permission.Names.READ)
  @Tag(name = "Files")
  public static final class Messages extends CsvResource {

    private Messages(CsvResource.Services services) {
      super(services);
    }

    /** The channel's messages, one row per step. */
    @GET
    @Path("{channel}.csv")
    @CsvResource.CsvAnswer
    @Audited(AuditKind.FILE_DOWNLOADED)
    @Operation(
        operationId = "getMessagesFile",
        summary = "A channel's messages, one row per step, as a file")
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
      return file(
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
    @CsvResource.CsvAnswer
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
      return file(caller, journey, parameters, tables -> tables.messageDays(channel, step));
    }

    /** Who got a message or interacted with it. */
    @GET
    @Path("{channel}/messages/{step}/users.csv")
    @CsvResource.CsvAnswer
    @Audited(AuditKind.FILE_DOWNLOADED)
    @Operation(
        operationId = "getMessageUsersFile",
        summary = "Who got a message or interacted with it, as a file",
        description =
            "With the first time of each in the period, and the type of the latest event.")
    public Response users(
        @Auth Caller caller,
        @PathParam("journey") String journey,
        @PathParam("channel") String channelKey,
        @PathParam("step") String step,
        @BeanParam CsvParameters parameters) {
      Channel channel = CommunicationsResource.channel(channelKey);
      return file(caller, journey, parameters, tables -> tables.messageUsers(channel, step));
    }
  }

  /** The links of a message as a file. */
  @Path("/api/v1/journeys/{journey}/stats/channels/{channel}/messages/{step}/links.csv")
  @Produces("text/csv")
  @RolesAllowed(Permission.Names.READ)
  @Tag(name = "Files")
  public static final class Links extends CsvResource {

    private Links(CsvResource.Services services) {
      super(services);
    }

    /** A row for each link that was clicked. */
    @GET
    @CsvResource.CsvAnswer
    @Audited(AuditKind.FILE_DOWNLOADED)
    @Operation(
        operationId = "getLinksFile",
        summary = "How often each link of a message was clicked, as a file",
        description = "All links, most clicks first; the clicks that name no link are a row, too.")
    public Response links(
        @Auth Caller caller,
        @PathParam("journey") String journey,
        @PathParam("channel") String channelKey,
        @PathParam("step") String step,
        @BeanParam CsvParameters parameters) {
      Channel channel = CommunicationsResource.channel(channelKey);
      return file(caller, journey, parameters, tables -> tables.links(channel, step));
    }
  }

  /** The ways that users take through a journey, as a file. */
  @Path("/api/v1/journeys/{journey}/stats/flow.csv")
  @Produces("text/csv")
  @RolesAllowed(Permission.Names.READ)
  @Tag(name = "Files")
  public static final class Flow extends CsvResource {

    private Flow(CsvResource.Services services) {
      super(services);
    }

    /** How often what follows what on the trips that start in the period. */
    @GET
    @CsvResource.CsvAnswer
    @Audited(AuditKind.FILE_DOWNLOADED)
    @Operation(
        operationId = "getFlowFile",
        summary = "The ways that users take through a journey, as a file",
        description = "How often one thing follows another on the trips that start in the period.")
    public Response flow(
        @Auth Caller caller,
        @PathParam("journey") String journey,
        @BeanParam CsvParameters parameters) {
      return file(caller, journey, parameters, JourneyTables::flow);
    }
  }

  /** How long things take, as a file. */
  @Path("/api/v1/journeys/{journey}/stats/durations.csv")
  @Produces("text/csv")
  @RolesAllowed(Permission.Names.READ)
  @Tag(name = "Files")
  public static final class Durations extends CsvResource {
    private static final String HISTOGRAM = "histogram";
    private static final String SERIES = "series";

    private Durations(CsvResource.Services services) {
      super(services);
    }

    /** How long something takes: its histogram or its series. */
    @GET
    @CsvResource.CsvAnswer
    @Audited(AuditKind.FILE_DOWNLOADED)
    @Operation(
        operationId = "getDurationsFile",
        summary = "How long something takes, as a file",
        description = "The histogram, or the series of medians and 95th percentiles.")
    public Response durations(
        @Auth Caller caller,
        @PathParam("journey") String journey,
        @BeanParam CsvParameters parameters,
        @BeanParam DurationParameters duration,
        @BeanParam SeriesInterval interval,
        @QueryParam("table")
            @Parameter(
                description = "Which of the two tables.",
                schema =
                    @Schema(
                        allowableValues = {HISTOGRAM, SERIES},
                        defaultValue = HISTOGRAM))
            @Nullable String table) {
      boolean isSeries = Objects.equals(table, SERIES);
      if (table != null && !isSeries && !table.equals(HISTOGRAM)) {
        throw new InvalidInputException("table", "must be histogram or series");
      }
      return file(
          caller,
          journey,
          parameters,
          tables ->
              isSeries
                  ? tables.durationSeries(duration, interval)
                  : tables.durationHistogram(duration, interval));
    }
  }
}
