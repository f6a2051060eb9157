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

/** Which entries of a history are wanted, and in which order. */
public final class HistoryParameters {
  private static final String OLDEST_FIRST = "at";
  private static final String LATEST_FIRST = "-at";

  @QueryParam("kind")
  @Parameter(
      description = "Only entries of this kind.",
      schema = @Schema(implementation = HistoryKind.class))
  private @Nullable String kind;

  @QueryParam("by")
  @Parameter(description = "Only what was done with the key of this id, or by `operator`.")
  private @Nullable String by;

  @QueryParam("sort")
  @Parameter(
      description = "The order; `-` means the latest first.",
      schema =
          @Schema(
              allowableValues = {OLDEST_FIRST, LATEST_FIRST},
              defaultValue = OLDEST_FIRST))
  private @Nullable String sort;

  /** The parameters of a request. */
  public HistoryParameters() {}

  /** The kind that is wanted; empty for all. */
  Optional<HistoryKind> kind() {
    return Arrays.stream(HistoryKind.values())
        .filter(candidate -> candidate.key().equals(kind))
        .findAny();
  }

  /**
   * What is wanted of a tenant's logs, and one entry more.
   *
   * @throws io.journeystats.http.InvalidInputException naming every parameter that is wrong
   */
  LogQuery of(String tenant, PageParameters paging) {
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
