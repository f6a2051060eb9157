package io.journeystats.dashboard;

import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyStatus;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of the journeys list that the list can be ordered by. */
enum JourneySort {
  /** Regardless of case. */
  TITLE,
  /** In the order of a journey's life. */
  STATUS,
  /** Regardless of case, journeys without one last. */
  CATEGORY,
  TYPE,
  CREATED_AT,
  ENTRANCES,
  IN_JOURNEY_NOW,
  GOALS_REACHED;

  private static final List<JourneyStatus> LIFE = List.of(JourneyStatus.values());

  private static final Comparator<String> IN_WHATEVER_CASE =
      Comparator.<String, String>comparing(
              text -> text.toLowerCase(Locale.ROOT), ChannelTables.BY_CODE_POINT)
          .thenComparing(ChannelTables.BY_CODE_POINT);

  /** Its name in the address. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether journeys are ordered by a count. */
  boolean isNumber() {
    return this == ENTRANCES || this == IN_JOURNEY_NOW || this == GOALS_REACHED;
  }

  /** The count that a journey is ordered by; empty where its definition says all. */
  Optional<Metric> number(Journey journey) {
    return switch (this) {
      case TITLE, STATUS, CATEGORY, TYPE, CREATED_AT -> Optional.empty();
      case ENTRANCES -> Optional.of(AudienceMetrics.ENTRANCES);
      case IN_JOURNEY_NOW -> Optional.of(AudienceMetrics.IN_JOURNEY_NOW);
      case GOALS_REACHED ->
          Optional.of(journey.goals())
              .filter(goals -> !goals.isEmpty())
              .map(GoalMetrics::goalsReached);
    };
  }

  /**
   * What orders a journey, as text; empty where it has nothing of the kind.
   *
   * @param number what {@link #number} is, where it is any and can be given
   */
  String field(JourneyHead journey, Optional<Long> number) {
    return switch (this) {
      case TITLE -> journey.title();
      case STATUS -> digits(LIFE.indexOf(journey.status()));
      case CATEGORY -> journey.category().orElse("");
      case TYPE -> journey.type().key();
      case CREATED_AT -> digits(journey.createdAt().toEpochMilli());
      case ENTRANCES, IN_JOURNEY_NOW, GOALS_REACHED -> number.map(JourneySort::digits).orElse("");
    };
  }

  /** The ascending order of fields, empty ones aside. */
  Comparator<String> order() {
    return this == TITLE || this == CATEGORY ? IN_WHATEVER_CASE : ChannelTables.BY_CODE_POINT;
  }

  private static String digits(long number) {
    return "%019d".formatted(number);
  }
}
