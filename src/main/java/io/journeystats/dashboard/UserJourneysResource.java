package io.journeystats.dashboard;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.http.Cursor;
import io.journeystats.http.PageParameters;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.UserState;
import io.journeystats.query.JourneysOfUser.Participation;
import io.journeystats.query.StatsQuery;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.journeystats.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The journeys that one user is in or was in. */
@Path("/api/v1/users/journeys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class UserJourneysResource {
  /** What a row takes, in numbers. */
  private static final int NUMBERS_OF_JOURNEY = 8;

  /** The last entrance first; who never entered one, at the end. */
  private static final Comparator<Place> LAST_FIRST =
      Comparator.comparingLong(Place::enteredAt).reversed().thenComparing(Place::journey);

  private final JourneyStatisticsFactory desk;

  /** Serves from the desk. */
  public UserJourneysResource(JourneyStatisticsFactory desk) {
    this.desk = desk;
  }

  /** Where a journey stands in the list. */
  private record Place(long enteredAt, String journey) {
    static Place of(Participation row) {
      return new Place(
          row.lastEnteredAt().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
          row.journey().toString());
    }
  }

  /** A page of the journeys. */
  @GET
  @Audited(AuditKind.USERS_LISTED)
  @Operation(
      operationId = "listJourneysOfUser",
      summary = "The journeys that one user is in or was in, the last one entered first")
  public UserJourneys journeys(
      @Auth Caller caller,
      @QueryParam(UserIdParameter.NAME)
          @Parameter(description = "The id of the user.", required = true, example = "ann")
          @Nullable String userId,
      @BeanParam PageParameters paging,
      @BeanParam HttpQueryCaller visitor) {
    String user = UserIdParameter.checked(userId);
    Optional<Place> after =
        paging.after(2).map(key -> new Place(Cursor.number(key.getFirst()), key.getLast()));
    int limit = paging.rows();
    TenantId tenant = caller.tenant().id();
    Map<JourneyId, JourneyHead> heads =
        desk.journeys().all(tenant).stream()
            .collect(Collectors.toMap(JourneyHead::id, Function.identity()));
    if (heads.isEmpty()) {
      return new UserJourneys(List.of(), null);
    }
    desk.room(visitor).take((long) NUMBERS_OF_JOURNEY * (limit + heads.size()));
    List<Participation> rest =
        desk
            .statistics(visitor)
            .answer(
                new StatsQuery.UserJourneys(
                    desk.data(caller.tenant(), visitor), heads.keySet(), user))
            .journeys()
            .stream()
            .filter(
                row -> after.filter(last -> LAST_FIRST.compare(Place.of(row), last) <= 0).isEmpty())
            .sorted(Comparator.comparing(Place::of, LAST_FIRST))
            .toList();
    List<Participation> page = rest.stream().limit(limit).toList();
    return new UserJourneys(
        page.stream()
            .flatMap(row ->
                Optional.ofNullable(heads.get(row.journey())).stream()
                    .map(head -> view(tenant, row, head, visitor)))
            .toList(),
        rest.size() > limit ? cursor(Place.of(page.getLast())) : null);
  }

  private JourneyOfUser view(
      TenantId tenant, Participation row, JourneyHead head, HttpQueryCaller visitor) {
    visitor.memory().take(head.memory());
    Optional<Journey> journey = desk.journeys().find(tenant, head.id());
    return new JourneyOfUser(
        head.id(),
        head.title(),
        row.standing().state().orElseThrow(),
        journey.map(found -> LastSteps.name(row.standing().lastStep(), found)).orElse(""),
        row.entrances(),
        row.lastEnteredAt().orElse(null));
  }

  private static String cursor(Place last) {
    return Cursor.after(List.of(Long.toString(last.enteredAt()), last.journey()));
  }

  /** A page of the journeys of a user. */
  @Schema(name = "UserJourneys")
  public record UserJourneys(
      List<JourneyOfUser> journeys,
      @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {}

  /** One journey. */
  @Schema(name = "UserJourney")
  public record JourneyOfUser(
      JourneyId journeyId,
      String title,
      UserState status,
      @Schema(description = "The step where the user is or was last; empty where there is none.")
          String lastStep,
      @Schema(description = "How often the user entered.") long entrances,
      @Schema(description = "When the user last entered; null where that was never.")
          @Nullable Instant lastEnteredAt) {}
}
