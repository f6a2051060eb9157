package io.journeystats.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field of an event; source: the domain specification. Lengths are in code points. */
enum RawEventField {
  EVENT_ID(128),
  TYPE(64),
  TIME(64),
  JOURNEY_ID(36),
  USER_ID(256),
  HWID(256),
  STEP_ID(128),
  CHANNEL(32),
  MESSAGE_ID(128),
  GOAL_ID(128),
  REASON(256),
  EVENT_NAME(256),
  LINK_URL(2048),
  /** The only boolean field. */
  MACHINE(5),
  USER_AGENT(512),
  ARM(64),
  /** The only field that is an object; its length is in bytes of JSON. */
  PROPERTIES(16 * 1024);

  private static final Map<String, RawEventField> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(RawEventField::key, Function.identity()));

  private final String key = name().toLowerCase(Locale.ROOT);
  private final int maximumLength;

  RawEventField(int maximumLength) {
    this.maximumLength = maximumLength;
  }

  /** The name on the wire. */
  String key() {
    return key;
  }

  int maximumLength() {
    return maximumLength;
  }

  /** The field with this name; null if there is none. */
  static @Nullable RawEventField find(String key) {
    return BY_KEY.get(key);
  }
}
