package io.journeystats.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.SelectField;

/** The columns of events, of any table or subquery that has them. */
final class EventColumns {
  static final Field<UUID> JOURNEY_ID = field(name("journey_id"), UUID.class);
  static final Field<String> TYPE = field(name("type"), String.class);
  static final Field<Object> TIME = field(name("time"), Object.class);
  static final Field<String> USER_ID = field(name("user_id"), String.class);

  /** A hash that identifies the user, at half the cost of the text. */
  static final Field<Object> USER_KEY = field(name("user_key"), Object.class);

  /** A hash that, with type and time, identifies the event where it may occur twice. */
  static final Field<Object> EVENT_KEY = field(name("event_key"), Object.class);

  static final Field<String> HWID = field(name("hwid"), String.class);

  static final Field<String> STEP_ID = field(name("step_id"), String.class);
  static final Field<String> CHANNEL = field(name("channel"), String.class);
  static final Field<Object> MESSAGE_KEY = field(name("message_key"), Object.class);
  static final Field<String> GOAL_ID = field(name("goal_id"), String.class);
  static final Field<String> REASON = field(name("reason"), String.class);
  static final Field<String> EVENT_NAME = field(name("event_name"), String.class);
  static final Field<String> LINK_URL = field(name("link_url"), String.class);
  static final Field<String> PROPERTIES = field(name("properties"), String.class);

  /** A time in milliseconds since 1970. */
  static final Field<Long> AT = field(name("at"), Long.class);

  /** The number of events that a row represents. */
  static final Field<Long> NUMBER = field(name("number"), Long.class);

  /** The columns that describe an event; goals read more of custom events. */
  static final List<SelectField<?>> OF_EVENTS =
      List.of(
          JOURNEY_ID,
          TYPE,
          TIME,
          EVENT_KEY,
          USER_ID,
          USER_KEY,
          HWID,
          STEP_ID,
          CHANNEL,
          MESSAGE_KEY,
          GOAL_ID,
          REASON,
          LINK_URL);

  /** Those that people are shown of an event. */
  static final List<SelectField<?>> SHOWN =
      Stream.concat(OF_EVENTS.stream(), Stream.of(EVENT_NAME, PROPERTIES)).toList();

  /** The name of the column with the value to find. */
  static final String SEEN = "seen";

  private EventColumns() {}
}
