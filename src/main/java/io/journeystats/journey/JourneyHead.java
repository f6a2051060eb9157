package io.journeystats.journey;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The list entry of a journey: everything but steps and goals, so that it takes little memory.
 *
 * @param id the id
 * @param title the title
 * @param category the marketer's own category, if any
 * @param type how users enter the journey
 * @param status the status in the life cycle
 * @param createdAt when it was created
 * @param launchedAt when it was first activated; empty before that
 * @param endedAt when it was finished or stopped; empty before that
 * @param definitionBytes the size of the definition's JSON in bytes
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

  /** The maximum total size of definitions to process at once, unless a single one is larger. */
  private static final int PORTION_BYTES = 4 << 20;

  /**
   * The maximum heap per byte of JSON while a definition is processed: decompressed, parsed, and in
   * the response.
   */
  private static final int OBJECT_BYTES_PER_BYTE = 8;

  /** Returns the heap that the definition takes while it is processed, in bytes. */
  public long memory() {
    return (long) OBJECT_BYTES_PER_BYTE * definitionBytes;
  }

  /** Partitions journeys so that the definitions of each portion fit into memory together. */
  public static List<List<JourneyHead>> portions(List<JourneyHead> journeys, int maximumSize) {
    List<List<JourneyHead>> portions = new ArrayList<>();
    int first = 0;
    long bytes = 0;
    for (int index = 0; index < journeys.size(); index++) {
      int more = journeys.get(index).definitionBytes();
      boolean isFull = bytes + more > PORTION_BYTES || index - first == maximumSize;
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

  /** Returns the most recently created journeys whose definitions do not exceed a total size. */
  public static List<JourneyHead> newest(List<JourneyHead> journeys, long maximumBytes) {
    List<JourneyHead> newest = new ArrayList<>();
    long bytes = 0;
    for (JourneyHead journey : journeys.stream().sorted(NEWEST_FIRST).toList()) {
      bytes += journey.definitionBytes();
      if (bytes > maximumBytes) {
        break;
      }
      newest.add(journey);
    }
    return newest;
  }

  /** Returns the heap that the definitions of the largest portion take at most, in bytes. */
  public static long memoryOfPortion(List<JourneyHead> journeys) {
    long all = 0;
    long largest = 0;
    for (JourneyHead journey : journeys) {
      all += journey.definitionBytes();
      largest = Math.max(largest, journey.definitionBytes());
    }
    return OBJECT_BYTES_PER_BYTE * Math.max(largest, Math.min(all, PORTION_BYTES));
  }

  /** Returns a copy with another title. */
  JourneyHead renamed(String other) {
    return new JourneyHead(
        id, other, category, type, status, createdAt, launchedAt, endedAt, definitionBytes);
  }

  /** Returns a copy with another definition. */
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

  /** Returns a copy with another status. */
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
