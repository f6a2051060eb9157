package io.journeystats.dashboard;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.event.EventType;
import io.journeystats.http.Cursor;
import io.journeystats.http.InvalidInputException;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.PageParameters;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Journey;
import io.journeystats.journey.Step;
import io.journeystats.metric.UserState;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.Timeline;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to one user in a journey, event by event. */
@Path("/api/v1/journeys/{journey}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class TimelineResource {
  /** What an event takes, in numbers: its properties may be as large as 16 KiB. */
  private static final int NUMBERS_OF_EVENT = 100;

  private final JourneyStatisticsFactory desk;

  /** Serves from the desk. */
  public TimelineResource(JourneyStatisticsFactory desk) {
    this.desk = desk;
  }

  /** A page of the user's events. */
  @GET
  @Audited(AuditKind.USERS_LISTED)
  @Operation(
      operationId = "getTimeline",
      summary = "What happened to one user in a journey, event by event",
      description =
          "Every event of the user in the journey, each once, in order of time. A trip is the"
              + " user's time in the journey from one entrance to the next. 404 where the journey"
              + " has no event of the user.")
  public TimelineView timeline(
      @Auth Caller caller,
      @PathParam("journey") String journeyId,
      @QueryParam(UserIdParameter.NAME)
          @Parameter(description = "The id of the user.", required = true, example = "ann")
          @Nullable String userId,
      @QueryParam("custom")
          @DefaultValue("conversions")
          @Parameter(
              description =
                  "Which custom events of the user stand among those of the journey: those that are"
                      + " a conversion of a goal of the journey, all, or none.",
              schema =
                  @Schema(
                      allowableValues = {"conversions", "all", "none"},
                      defaultValue = "conversions"))
          String custom,
      @BeanParam PageParameters paging,
      @BeanParam HttpQueryCaller visitor) {
    Journey journey = desk.journey(caller.tenant(), journeyId, visitor);
    String user = UserIdParameter.checked(userId);
    Timeline.Customs customs = customs(custom);
    Optional<Timeline.Place> after = paging.after(3).map(TimelineResource::place);
    int rows = paging.rows();
    desk.room(visitor).take((long) NUMBERS_OF_EVENT * rows);
    Timeline timeline =
        desk.statistics(visitor)
            .answer(
                new StatsQuery.OfUser(
                    desk.data(caller.tenant(), visitor),
                    journey.id(),
                    user,
                    journey.goals(),
                    customs,
                    after,
                    rows));
    if (!timeline.known()) {
      throw new NotFoundException("The journey has no event of a user with this id.");
    }
    return TimelineView.of(user, timeline, journey);
  }

  private static Timeline.Customs customs(String custom) {
    for (Timeline.Customs one : Timeline.Customs.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(custom)) {
        return one;
      }
    }
    throw new InvalidInputException("custom", "must be conversions, all or none");
  }

  private static Timeline.Place place(List<String> key) {
    long rank = Cursor.number(key.get(1));
    return new Timeline.Place(
        Cursor.number(key.get(0)), Math.clamp(rank, 0, Byte.MAX_VALUE), Cursor.number(key.get(2)));
  }

  /** A page of a user's timeline. */
  @Schema(name = "Timeline")
  public record TimelineView(
      String userId,
      @Schema(description = "The user's devices in the journey, the one seen last first.")
          List<String> devices,
      @Schema(description = "The state now; null where the user never entered.")
          @Nullable UserState status,
      @Schema(description = "The step where the user is or was last; empty where there is none.")
          String lastStep,
      @Schema(description = "How often the user entered: each entrance begins a trip.") long trips,
      List<EventView> events,
      @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {

    static TimelineView of(String userId, Timeline timeline, Journey journey) {
      return new TimelineView(
          userId,
          timeline.devices(),
          timeline.standing().state().orElse(null),
          LastSteps.name(timeline.standing().lastStep(), journey),
          timeline.trips(),
          timeline.events().stream().map(event -> EventView.of(event, journey)).toList(),
          timeline.hasMore() ? cursor(timeline.events().getLast().place()) : null);
    }

    private static String cursor(Timeline.Place last) {
      return Cursor.after(
          List.of(
              Long.toString(last.at()), Integer.toString(last.rank()), Long.toString(last.key())));
    }
  }

  /** One event. */
  @Schema(name = "TimelineEvent")
  public record EventView(
      Instant time,
      EventType type,
      @Schema(description = "The number of the trip that it lies in; null before the first one.")
          @Nullable Long trip,
      @Nullable String stepId,
      @Nullable String stepName,
      @Nullable Channel channel,
      @Schema(description = "The same for all events of one message.") @Nullable String message,
      @Nullable String reason,
      @Schema(description = "The goals that the event is a conversion of.") List<String> goalIds,
      @Nullable String eventName,
      @Nullable String linkUrl,
      @Nullable String hwid,
      @JsonRawValue @Schema(types = "object") @Nullable String properties) {

    static EventView of(Timeline.Entry event, Journey journey) {
      return new EventView(
          event.time(),
          event.type(),
          event.trip() == 0 ? null : event.trip(),
          orNull(event.stepId()),
          orNull(journey.step(event.stepId()).map(Step::name).orElse(event.stepId())),
          event.channel().orElse(null),
          orNull(event.message()),
          orNull(event.reason()),
          event.goals(),
          orNull(event.eventName()),
          orNull(event.linkUrl()),
          orNull(event.hwid()),
          orNull(event.properties()));
    }

    private static @Nullable String orNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }
}
