package io.journeystats.dashboard;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.http.Cursor;
import io.journeystats.http.InvalidInputException;
import io.journeystats.http.PageParameters;
import io.journeystats.journey.Journey;
import io.journeystats.metric.UserState;
import io.journeystats.query.JourneyUser;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.UserPage;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user list of the Audience dashboard: who came, and where each of them is now. */
@Path("/api/v1/journeys/{journey}/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class UserListResource {
  /** What a row takes, in numbers. */
  private static final int NUMBERS_OF_USER = 8;

  private final JourneyStatisticsFactory desk;

  /** Serves from the desk. */
  public UserListResource(JourneyStatisticsFactory desk) {
    this.desk = desk;
  }

  /** A page of the users who entered in the period. */
  @GET
  @Audited(AuditKind.USERS_LISTED)
  @Operation(
      operationId = "listUsers",
      summary = "The users who entered in the period, and where each of them is now")
  public Users users(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam StatisticsParameters parameters,
      @QueryParam("search")
          @DefaultValue("")
          @Parameter(description = "The beginning of a user's id, or of a device's.")
          String search,
      @QueryParam("status")
          @Parameter(
              description = "Only users who are in this state now.",
              schema = @Schema(implementation = UserState.class))
          @Nullable String status,
      @BeanParam PageParameters paging) {
    JourneyStatistics statistics = desk.open(caller.tenant(), journey, parameters);
    int rows = paging.rows();
    statistics.room().take((long) NUMBERS_OF_USER * rows);
    UserPage page =
        statistics
            .statistics()
            .answer(
                new StatsQuery.Users(
                    statistics.data(),
                    statistics.journey().id(),
                    statistics.period().range(),
                    search,
                    state(status),
                    paging.after(1).map(List::getFirst).orElse(""),
                    rows));
    return new Users(
        statistics.period(),
        page.users().stream().map(user -> UserView.of(user, statistics.journey())).toList(),
        page.hasMore() ? Cursor.after(List.of(page.users().getLast().userId())) : null);
  }

  /**
   * The state of that name.
   *
   * @throws InvalidInputException where there is none
   */
  public static Optional<UserState> state(@Nullable String status) {
    if (status == null) {
      return Optional.empty();
    }
    Optional<UserState> state = UserState.find(status);
    if (state.isEmpty()) {
      throw new InvalidInputException("status", "must be in_progress, exited or dropped_off");
    }
    return state;
  }

  /** A page of the user list. */
  @Schema(name = "UserPage")
  public record Users(
      ResolvedPeriod period,
      List<UserView> users,
      @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {}

  /** One user of the list. */
  public record UserView(
      String userId,
      @Schema(description = "The latest device, if any is known.") @Nullable String hwid,
      UserState status,
      @Schema(description = "The step where the user is or was last; empty where there is none.")
          String lastStep,
      @Schema(description = "How often the user entered in the period.") long entrances,
      Instant lastEnteredAt,
      Instant updatedAt) {

    static UserView of(JourneyUser user, Journey journey) {
      return new UserView(
          user.userId(),
          user.hwid().orElse(null),
          user.state(),
          LastSteps.name(user.lastStep(), journey),
          user.entrances(),
          user.lastEnteredAt(),
          user.updatedAt());
    }
  }
}
