package io.journeystats.metric;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The condition on a journey's events that a formula counts.
 *
 * @param types the event types, at least one
 * @param channel the channel of the events; empty selects events of any channel and of none
 * @param reason the reason of the events; empty selects any
 * @param step the id of the events' step; empty selects events of any step and of none
 * @param link the address of the clicked link; an empty text selects clicks without an address, an
 *     empty value selects any
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
      throw new IllegalArgumentException("types must not be empty");
    }
  }

  /** Events of any of the types. */
  public static EventSelection of(EventType... types) {
    return new EventSelection(
        Set.of(types), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Events of every type that belongs to one of the subjects. */
  public static EventSelection about(EventType.Subject... subjects) {
    return of(
        Arrays.stream(EventType.values())
            .filter(type -> List.of(subjects).contains(type.subject()))
            .toArray(EventType[]::new));
  }

  /** This selection, limited to a channel. */
  public EventSelection in(Channel onlyChannel) {
    return new EventSelection(types, Optional.of(onlyChannel), reason, step, link);
  }

  /** This selection, limited to a reason. */
  public EventSelection because(String onlyReason) {
    return new EventSelection(types, channel, Optional.of(onlyReason), step, link);
  }

  /** This selection, limited to a step. */
  public EventSelection at(String onlyStep) {
    return new EventSelection(types, channel, reason, Optional.of(onlyStep), link);
  }

  /** This selection, limited to a link. */
  public EventSelection on(String onlyLink) {
    return new EventSelection(types, channel, reason, step, Optional.of(onlyLink));
  }
}
