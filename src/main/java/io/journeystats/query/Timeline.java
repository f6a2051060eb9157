package io.journeystats.query;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of what happened to one user in a journey, and how the user stands there.
 *
 * @param known whether the journey has any event of the user
 * @param devices the user's devices, the one that was seen last first
 * @param standing how the user stands in the journey
 * @param trips how often the user entered
 * @param events in order of time
 * @param hasMore whether there are later events
 */
public record Timeline(
    boolean known,
    List<String> devices,
    Contributor.Standing standing,
    long trips,
    List<Entry> events,
    boolean hasMore) {
  /** Copies the lists. */
  public Timeline {
    devices = List.copyOf(devices);
    events = List.copyOf(events);
  }

  /** Which custom events stand among those of the journey. */
  public enum Customs {
    /** Those that are a conversion of a goal of the journey. */
    CONVERSIONS,
    /** Those of the user that the tenant has. */
    ALL,
    /** None. */
    NONE
  }

  /**
   * The place of an event in the order of a timeline.
   *
   * @param at its time in milliseconds since 1970
   * @param rank the place of its type among those of the same time
   * @param key stands for its identity
   */
  public record Place(long at, int rank, long key) {}

  /**
   * One event; a text that it lacks is empty.
   *
   * @param place where it stands
   * @param type what kind of fact
   * @param trip the number of the trip that it lies in, from 1; 0 before the first one
   * @param stepId the step
   * @param channel the channel
   * @param message the same for all events of one message; says nothing else
   * @param reason why
   * @param goals the ids of the goals that it is a conversion of
   * @param eventName the name of a custom event, or of the one that ended the journey
   * @param linkUrl the link clicked
   * @param hwid the device
   * @param properties free attributes as the text of a JSON object
   */
  public record Entry(
      Place place,
      EventType type,
      long trip,
      String stepId,
      Optional<Channel> channel,
      String message,
      String reason,
      List<String> goals,
      String eventName,
      String linkUrl,
      String hwid,
      String properties) {
    /** Copies the list. */
    public Entry {
      goals = List.copyOf(goals);
    }

    /** When it happened. */
    public Instant time() {
      return Instant.ofEpochMilli(place.at());
    }
  }
}
