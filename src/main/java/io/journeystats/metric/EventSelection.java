package io.journeystats.metric;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which events of a journey a formula looks at.
 *
 * @param types any of these types, at least one
 * @param channel only events of this channel; empty means of any or none
 * @param reason only events with this reason; empty means any
 * @param step only events of the step with this id; empty means of any or none
 * @param link only clicks on the link with this address; the empty text means on none that is
 *     named, no text means any
 */
public record EventSelection(
    Set<EventType> types,
    Optional<Channel> channel,
    Optional<String> reason,
    Optional<String> step,
    Optional<String> link) {
  /** Copies the set. */
  public EventSelection {
    types = Set.copyOf(types);
    if (types.isEmpty()) {
      throw new IllegalArgumentException("a selection of no event type");
    }
  }

  /** Events of any of the types. */
  public static EventSelection of(EventType... types) {
    return new EventSelection(
        Set.of(types), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Events of every type that is about one of the subjects. */
  public static EventSelection about(EventType.Subject... subjects) {
    return of(
        Arrays.stream(EventType.values())
            .filter(type -> List.of(subjects).contains(type.subject()))
            .toArray(EventType[]::new));
  }

  /** The same, in one channel only. */
  public EventSelection in(Channel onlyChannel) {
    return new EventSelection(types, Optional.of(onlyChannel), reason, step, link);
  }

  /** The same, with one reason only. */
  public EventSelection because(String onlyReason) {
    return new EventSelection(types, channel, Optional.of(onlyReason), step, link);
  }

  /** The same, of one step only. */
  public EventSelection at(String onlyStep) {
    return new EventSelection(types, channel, reason, Optional.of(onlyStep), link);
  }

  /** The same, on one link only. */
  public EventSelection on(String onlyLink) {
    return new EventSelection(types, channel, reason, step, Optional.of(onlyLink));
  }
}
