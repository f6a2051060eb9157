package io.journeystats.journey;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What lists show of a journey and search in: all of it but steps and goals, so that it takes
 * little memory.
 *
 * @param id the journey's id
 * @param title its title for people
 * @param category the marketer's own category; empty where none was given
 * @param type how users come in
 * @param status where it is in its life cycle
 * @param createdAt when it was created
 * @param launchedAt when it was first activated; empty before
 * @param endedAt when it was finished or stopped; empty before
 * @param definitionBytes how large its definition is, as JSON
 */
public record JourneyHead(
    JourneyId id,
    String title,
    Optional<String> category,
    JourneyType type,
    JourneyStatus status,
    Instant createdAt,
    Optional<Instant> launchedAt,
    Optional<Instant> endedAt,
    int definitionBytes) {

  private static final Comparator<JourneyHead> NEWEST_FIRST =
      comparing(JourneyHead::createdAt).reversed().thenComparing(journey -> journey.id().value());

  /** How many bytes of definitions are worked on at once, but at least one definition. */
  private static final int PORTION_BYTES = 4 << 20;

  /**
   * How many bytes of the heap a byte of a definition's JSON takes at most while it is worked on:
   * unpacked, as objects, and as those that are answered.
   */
  private static final int OBJECTS = 8;

  /** What the definition takes of the heap while it is worked on. */
  public long memory() {
    return (long) OBJECTS * definitionBytes;
  }

  /** Journeys in portions whose definitions find room in memory together. */
  public static List<List<JourneyHead>> portions(List<JourneyHead> journeys, int mostTogether) {
    List<List<JourneyHead>> portions = new ArrayList<>();
    int first = 0;
    long bytes = 0;
    for (int index = 0; index < journeys.size(); index++) {
      int more = journeys.get(index).definitionBytes();
      boolean isFull = bytes + more > PORTION_BYTES || index - first == mostTogether;
      if (isFull && index > first) {
        portions.add(journeys.subList(first, index));
        first = index;
        bytes = 0;
      }
      bytes += more;
    }
    if (first < journeys.size()) {
      portions.add(journeys.subList(first, journeys.size()));
    }
    return portions;
  }

  /** The journeys created last whose definitions are no larger together than that. */
  public static List<JourneyHead> newest(List<JourneyHead> journeys, long mostBytes) {
    List<JourneyHead> newest = new ArrayList<>();
    long bytes = 0;
    for (JourneyHead journey : journeys.stream().sorted(NEWEST_FIRST).toList()) {
      bytes += journey.definitionBytes();
      if (bytes > mostBytes) {
        break;
      }
      newest.add(journey);
    }
    return newest;
  }

  /** What the definitions of the largest portion take of the heap, at most. */
  public static long memoryOfPortion(List<JourneyHead> journeys) {
    long all = 0;
    long largest = 0;
    for (JourneyHead journey : journeys) {
      all += journey.definitionBytes();
      largest = Math.max(largest, journey.definitionBytes());
    }
    return OBJECTS * Math.max(largest, Math.min(all, PORTION_BYTES));
  }

  /** The same under another title. */
  JourneyHead renamed(String other) {
    return new JourneyHead(
        id, other, category, type, status, createdAt, launchedAt, endedAt, definitionBytes);
  }

  /** The same with another definition. */
  JourneyHead redefined(Definition definition, int bytes) {
    return new JourneyHead(
        id,
        definition.title(),
        definition.category(),
        type,
        status,
        createdAt,
        launchedAt,
        endedAt,
        bytes);
  }

  /** The same in another status. */
  JourneyHead moved(JourneyStatus next, Instant at) {
    boolean launched = next == JourneyStatus.ACTIVE;
    boolean ended = next.isFinal();
    return new JourneyHead(
        id,
        title,
        category,
        type,
        next,
        createdAt,
        launched ? launchedAt.or(() -> Optional.of(at)) : launchedAt,
        ended ? Optional.of(at) : endedAt,
        definitionBytes);
  }
}
