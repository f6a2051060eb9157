package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.nullIfEmpty;
import static io.journeystats.clickhouse.ClickHouseExpressions.replaced;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.journeystats.csv.CsvFields;
import io.journeystats.metric.UserState;
import io.journeystats.query.JourneyUser;
import java.util.Arrays;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Name;

/**
 * The cells that tell how a user stands in a journey.
 *
 * @param table where the columns of a user's state are
 * @param stepNames the names of steps by their ids
 * @param texts writes texts
 */
record UserStatusCells(Name table, Map<String, String> stepNames, CsvFields texts) {

  /** The latest device, if any is known. */
  Field<String> hwid() {
    return texts.optionalText(in(UserListQuery.HWID));
  }

  /** The state, if the user ever entered. */
  Field<String> state() {
    Map<Integer, String> states =
        Arrays.stream(UserState.values()).collect(toMap(UserListQuery::kind, UserState::key));
    return nullIfEmpty(replaced(in(UserListQuery.KIND), states, inline("")));
  }

  /** The step where the user is or was last, in words. */
  Field<String> lastStep() {
    Field<String> stepId = in(UserListQuery.STEP_ID);
    return texts.text(
        when(
                in(UserListQuery.KIND)
                    .eq(inline(UserListQuery.kind(UserState.EXITED)))
                    .and(in(UserListQuery.REASON).eq(inline("cancel_event"))),
                concat(
                    inline(JourneyUser.LastStep.CancelEvent.WORDS), in(UserListQuery.EVENT_NAME)))
            .when(
                in(UserListQuery.STEP_AT).ge(in(UserListQuery.ENTERED_AT)),
                replaced(stepId, stepNames, stepId))
            .otherwise(inline("")));
  }

  private <T> Field<T> in(Field<T> column) {
    return field(table.append(column.getUnqualifiedName()), column.getDataType());
  }
}
