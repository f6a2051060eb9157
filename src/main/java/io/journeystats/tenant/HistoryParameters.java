package io.journeystats.tenant;

import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.clickhouse.LogQuery;
import io.journeystats.http.Cursor;
import io.journeystats.http.InputErrors;
import io.journeystats.http.PageParameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filter and sort parameters of a history. */
public final class HistoryParameters {
  private static final String OLDEST_FIRST = "at";
  private static final String LATEST_FIRST = "-at";

  @QueryParam("kind")
  @Parameter(
      description = "Returns only entries of this kind.",
      schema = @Schema(implementation = HistoryKind.class))
  private @Nullable String kind;

  @QueryParam("by")
  @Parameter(description = "Returns only actions of the API key with this id, or of `operator`.")
  private @Nullable String by;

  @QueryParam("sort")
  @Parameter(
      description = "The sort order; `-` sorts the latest first.",
      schema =
          @Schema(
              allowableValues = {OLDEST_FIRST, LATEST_FIRST},
              defaultValue = OLDEST_FIRST))
  private @Nullable String sort;

  /** Creates the parameters of a request. */
  public HistoryParameters() {}

  /** Returns the requested kind; empty for all. */
  Optional<HistoryKind> kind() {
    return Arrays.stream(HistoryKind.values())
        .filter(candidate -> candidate.key().equals(kind))
        .findAny();
  }

  /**
   * Returns the query for a tenant's logs, with one entry more than the page to detect a next page.
   *
   * @throws io.journeystats.http.InvalidInputException naming every invalid parameter
   */
  LogQuery toQuery(String tenant, PageParameters paging) {
    InputErrors errors = new InputErrors();
    errors.require(
        kind == null || kind().isPresent(),
        "kind",
        "must be one of "
            + Arrays.stream(HistoryKind.values())
                .map(HistoryKind::key)
                .collect(Collectors.joining(", ")));
    errors.require(
        sort == null || sort.equals(OLDEST_FIRST) || sort.equals(LATEST_FIRST),
        "sort",
        "must be at or -at");
    errors.throwIfAny();
    boolean latestFirst = Objects.equals(sort, LATEST_FIRST);
    ChangeLog.Key first = latestFirst ? ChangeLog.Key.LAST : ChangeLog.Key.FIRST;
    return new LogQuery(
        tenant,
        "",
        by == null ? "" : by,
        paging
            .after(3)
            .map(key ->
                new ChangeLog.Key(
                    Cursor.number(key.getFirst()), key.get(1), Cursor.number(key.getLast())))
            .orElse(first),
        latestFirst,
        paging.rows() + 1);
  }
}
