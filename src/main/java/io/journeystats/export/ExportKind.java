package io.journeystats.export;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an export holds, and what has to be said to ask for it. */
public enum ExportKind {
  /** The campaign statistics: one row per journey. */
  JOURNEYS(Set.of(), Set.of("status", "category", "type", "q")),
  /** The user list of a journey. */
  USERS(Set.of("journey_id"), Set.of("search", "status")),
  /** The goals of a journey. */
  GOALS(Set.of("journey_id"), Set.of()),
  /** The conversions of a goal. */
  GOAL_CONVERSIONS(Set.of("journey_id", "goal"), Set.of()),
  /** The messages of a channel. */
  MESSAGES(Set.of("journey_id", "channel"), Set.of()),
  /** A message day by day. */
  MESSAGE_DAYS(Set.of("journey_id", "channel", "step_id"), Set.of()),
  /** Who got a message, or interacted with it. */
  MESSAGE_USERS(Set.of("journey_id", "channel", "step_id"), Set.of());

  private final Set<String> needed;
  private final Set<String> filters;

  ExportKind(Set<String> needed, Set<String> filters) {
    this.needed = needed;
    this.filters = filters;
  }

  /** The kind of that name, if there is one. */
  static Optional<ExportKind> find(String name) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(name)).findFirst();
  }

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether a field has to be given. */
  boolean needs(String field) {
    return needed.contains(field);
  }

  /** Returns whether a field may be given. */
  boolean takes(String field) {
    // The messages may be measured against a goal, and need none.
    return needs(field) || (this == MESSAGES && field.equals("goal"));
  }

  /** The filters that it knows. */
  Set<String> filters() {
    return filters;
  }
}
