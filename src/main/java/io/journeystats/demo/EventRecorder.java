package io.journeystats.demo;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.Step;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The events of one customer's way, each with an id that is the same whenever it is told. */
final class EventRecorder {
  private final String name;
  private final String userId;
  private final Optional<JourneyId> journey;
  private final Instant now;
  private final List<DemoEvent> events = new ArrayList<>();
  private int notes;

  /**
   * An empty diary.
   *
   * @param name unique, the beginning of all ids
   * @param userId whose way it is
   * @param journey the journey, if it is the way through one
   * @param now the end of the story: what lies behind it is not written down
   */
  EventRecorder(String name, String userId, Optional<JourneyId> journey, Instant now) {
    this.name = name;
    this.userId = userId;
    this.journey = journey;
    this.now = now;
  }

  List<DemoEvent> events() {
    return List.copyOf(events);
  }

  /** Tells whether that is still to come. */
  boolean isFuture(Instant time) {
    return time.isAfter(now);
  }

  /**
   * Returns whether this is one recorder in that many, chosen by name so that the story stays the
   * same.
   */
  boolean isOneOf(int many) {
    return Math.floorMod(name.hashCode(), many) == 0;
  }

  /** An id for one send of a message. */
  String messageId(Step step, String recipient) {
    return name + "/" + step.id() + (recipient.isEmpty() ? "" : "/" + recipient);
  }

  /** An event, written down by {@link Note#write}. */
  Note note(EventType type, Instant time) {
    notes++;
    return new Note(type, time, name + "/" + notes);
  }

  /** An event about to be written down. */
  final class Note {
    private final EventType type;
    private final Instant time;
    private final String eventId;
    private final SortedMap<String, Object> properties = new TreeMap<>();
    private Optional<Channel> channel = Optional.empty();
    private String hwid = "";
    private String stepId = "";
    private String messageId = "";
    private String goalId = "";
    private String reason = "";
    private String eventName = "";
    private String linkUrl = "";
    private Optional<Boolean> machine = Optional.empty();
    private String userAgent = "";
    private String arm = "";

    private Note(EventType type, Instant time, String eventId) {
      this.type = type;
      this.time = time.truncatedTo(ChronoUnit.MILLIS);
      this.eventId = eventId;
    }

    Note at(Step step) {
      stepId = step.id();
      channel = step.channel();
      return this;
    }

    /** At a step, for events that carry no channel. */
    Note atStep(Step step) {
      stepId = step.id();
      return this;
    }

    Note on(String device) {
      hwid = device;
      return this;
    }

    Note message(String id) {
      messageId = id;
      return this;
    }

    Note goal(String id) {
      goalId = id;
      return this;
    }

    Note because(String why) {
      reason = why;
      return this;
    }

    Note named(String event) {
      eventName = event;
      return this;
    }

    Note link(String url) {
      linkUrl = url;
      return this;
    }

    /** Who, or what, did it. */
    Note by(boolean isMachine, String program) {
      machine = Optional.of(isMachine);
      userAgent = program;
      return this;
    }

    Note arm(String branch) {
      arm = branch;
      return this;
    }

    Note with(Map<String, ?> more) {
      properties.putAll(more);
      return this;
    }

    /** Writes the event down, unless it is still to come. */
    void write() {
      if (isFuture(time)) {
        return;
      }
      boolean custom = type == EventType.CUSTOM;
      events.add(
          new DemoEvent(
              eventId,
              type,
              time,
              custom ? Optional.empty() : journey,
              userId,
              hwid,
              stepId,
              channel,
              messageId,
              goalId,
              reason,
              eventName,
              linkUrl,
              machine,
              userAgent,
              arm,
              properties));
    }
  }
}
