package io.journeystats.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.select;

import io.journeystats.clickhouse.RawQueries;
import io.journeystats.clickhouse.RawResult;
import io.journeystats.csv.CsvReading;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import org.jooq.Field;

/**
 * All events of a user as NDJSON, in the form in which events are sent. What is stored as a hash,
 * the ids of events and messages, is shown as one.
 *
 * @param store runs the statement
 */
public record UserEventsExport(RawQueries store) {
  private static final String NO_JOURNEY = "00000000-0000-0000-0000-000000000000";

  /** The fields of an event by their order; each is empty where the event lacks it. */
  private static final List<Field<String>> FIELDS =
      List.of(
          text("event_id", "lower(hex(event_key))"),
          text("type", "toString(type)"),
          text("time", "concat(replaceOne(toString(time), ' ', 'T'), 'Z')"),
          text("journey_id", "replaceOne(toString(named_journey_id), '" + NO_JOURNEY + "', '')"),
          text("user_id", "user_id"),
          text("hwid", "hwid"),
          text("step_id", "toString(step_id)"),
          text("channel", "toString(channel)"),
          text("message_id", "if(message_key = 0, '', lower(hex(message_key)))"),
          text("goal_id", "toString(goal_id)"),
          text("reason", "toString(reason)"),
          text("event_name", "toString(event_name)"),
          text("link_url", "link_url"),
          field("if(machine = '', '', concat('\"machine\":', toString(machine)))", String.class),
          text("user_agent", "toString(user_agent)"),
          text("arm", "toString(arm)"),
          field(
              "if(properties IN ('', '{}'), '', concat('\"properties\":', properties))",
              String.class));

  /** Begins to read the events of a tenant's user, also those that no longer count. */
  public CsvReading open(TenantId tenant, String userId) {
    Field<String> line =
        field(
            "concat('{', arrayStringConcat(arrayFilter(part -> part != '', [{0}]), ','), '}')",
            String.class, list(FIELDS));
    return new Reading(
        store.openLines(
            select(line)
                .from(new TenantTables(TenantData.all(tenant)).ofUser(userId))
                .orderBy(
                    EventColumns.TIME,
                    EventColumns.TYPE,
                    EventColumns.JOURNEY_ID,
                    EventColumns.EVENT_KEY),
            "user.export"));
  }

  private static Field<String> text(String name, String value) {
    return field(
        "if(empty({0}), '', concat({1}, toJSONString({0})))",
        String.class, field(value, String.class), inline("\"" + name + "\":"));
  }

  private record Reading(RawResult query) implements CsvReading {
    @Override
    public boolean await(Duration longest) {
      return query.await(longest);
    }

    @Override
    public long writeTo(OutputStream target, LongConsumer progress) throws IOException {
      long[] lines = {0};
      query.passTo((bytes, offset, length) -> {
        target.write(bytes, offset, length);
        for (int index = offset; index < offset + length; index++) {
          lines[0] += bytes[index] == '\n' ? 1 : 0;
        }
        progress.accept(lines[0]);
      });
      return lines[0];
    }

    @Override
    public void close() {
      query.close();
    }
  }
}
