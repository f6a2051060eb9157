package io.journeystats.dashboard;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.http.Cursor;
import io.journeystats.http.PageParameters;
import io.journeystats.journey.Journey;
import io.journeystats.metric.UserState;
import io.journeystats.query.Contributor;
import io.journeystats.query.ContributorPage;
import io.journeystats.query.StatsQuery;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users who contribute to a number of a dashboard. */
@Path("/api/v1/journeys/{journey}/stats/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class ContributorsResource {
  /** What a row takes, in numbers. */
  private static final int NUMBERS_OF_USER = 8;

  private final JourneyStatisticsFactory factory;

  /** Creates the resource. */
  public ContributorsResource(JourneyStatisticsFactory factory) {
    this.factory = factory;
  }

  /** A page of the users whose events contribute to a number. */
  @GET
  @Audited(AuditKind.USERS_LISTED)
  @Operation(
      operationId = "listUsersBehind",
      summary = "The users who contribute to a number",
      description =
          "Those who did what the number is made of in the period, however it counts them: events,"
              + " or conversions of a goal. Of a rate, those of what is measured.")
  public UsersBehindView users(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam NumberParameters number,
      @BeanParam StatisticsParameters parameters,
      @BeanParam PageParameters paging) {
    JourneyStatistics statistics = factory.open(caller.tenant(), journey, parameters);
    int rows = paging.rows();
    statistics.room().take((long) NUMBERS_OF_USER * rows);
    ContributorPage page =
        statistics
            .statistics()
            .answer(
                new StatsQuery.Contributors(
                    statistics.data(),
                    statistics.journey().id(),
                    statistics.period().range(),
                    number.number().resolve(statistics.journey()).contributions(),
                    paging.after(1).map(List::getFirst).orElse(""),
                    rows));
    return new UsersBehindView(
        statistics.period(),
        page.users().stream().map(user -> Row.of(user, statistics.journey())).toList(),
        page.hasMore() ? Cursor.after(List.of(page.users().getLast().userId())) : null);
  }

  /** A page of the users who contribute to a number. */
  public record UsersBehindView(
      ResolvedPeriod period,
      List<Row> users,
      @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {}

  /** One of the users. */
  @Schema(name = "UserBehindNumber")
  public record Row(
      String userId,
      @Schema(description = "The latest device, if any is known.") @Nullable String hwid,
      @Schema(description = "The state now; null where the user never entered.")
          @Nullable UserState status,
      @Schema(description = "The step where the user is or was last; empty where there is none.")
          String lastStep,
      @Schema(description = "How many of the number's events or conversions are the user's.")
          long events,
      @Schema(description = "The first of them.") Instant firstAt,
      @Schema(description = "The last of them.") Instant lastAt) {

    static Row of(Contributor user, Journey journey) {
      return new Row(
          user.userId(),
          user.standing().hwid().orElse(null),
          user.standing().state().orElse(null),
          LastSteps.name(user.standing().lastStep(), journey),
          user.events(),
          user.firstAt(),
          user.lastAt());
    }
  }
}
