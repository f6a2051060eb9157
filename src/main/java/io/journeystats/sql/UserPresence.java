package io.journeystats.sql;

import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.clickhouse.EventTables;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.query.Breakdown;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.KeptUserStates;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Which users of one tenant did what, and when last: the only class that reads the table of it. All
 * that it gives out is a subquery already limited to the tenant and to what it keeps.
 *
 * @param events whose
 */
record UserPresence(TenantTables events) {
  /** Tells users apart for the most part: some others may have the same. */
  static final Field<Long> USER_HASH = field(name("user_hash"), Long.class);

  /** When the user last did it, in milliseconds since 1900. */
  static final Field<Long> LAST_AT = field(name("last_at"), Long.class);

  /** Of these, the table has a row for each step. */
  private static final Set<EventType> BY_STEP =
      EnumSet.of(
          EventType.MESSAGE_SENT,
          EventType.MESSAGE_SHOWN,
          EventType.MESSAGE_READ,
          EventType.MESSAGE_OPENED,
          EventType.MESSAGE_CLICKED,
          EventType.MESSAGE_INTERACTED,
          EventType.MESSAGE_UNSUBSCRIBED,
          EventType.MESSAGE_COMPLAINED);

  private static final EventSelection ENTRANCES = EventSelection.of(EventType.ENTERED);
  private static final EventSelection CONTACTS =
      EventSelection.of(EventType.MESSAGE_SENT, EventType.MESSAGE_SHOWN);

  /**
   * The rows of a kind, each of which is one of the distinct users, or pairs of step and user.
   *
   * @param type the type that the rows have
   * @param channel the channel that they have; empty where they are about all channels
   * @param step the only step that is meant
   */
  record Kind(EventType type, Optional<Channel> channel, Optional<String> step) {
    /** The kind whose rows a number counts, if there is one. */
    static Optional<Kind> of(Distinct distinct, Breakdown breakdown) {
      EventSelection selection = distinct.events();
      if (selection.reason().isPresent() || distinct.subject() == Subject.MESSAGE) {
        return Optional.empty();
      }
      return switch (breakdown) {
        case Breakdown.None() ->
            distinct.subject() == Subject.USER && selection.step().isEmpty()
                ? ofAllSteps(selection)
                : ofEachStep(selection);
        case Breakdown.ByStep() -> ofEachStep(selection);
        case Breakdown.ByBucket _, Breakdown.ByReason() -> Optional.empty();
      };
    }

    private static Optional<Kind> ofAllSteps(EventSelection selection) {
      if (selection.equals(ENTRANCES)) {
        return Optional.of(new Kind(EventType.ENTERED, Optional.empty(), Optional.empty()));
      }
      if (selection.equals(CONTACTS)) {
        return Optional.of(new Kind(EventType.MESSAGE_SENT, Optional.empty(), Optional.empty()));
      }
      return selection
          .channel()
          .filter(channel -> isByChannel(selection.types(), channel))
          .map(channel -> kind(selection));
    }

    private static boolean isByChannel(Set<EventType> types, Channel channel) {
      return types.equals(Set.of(EventType.STEP_ENTERED))
          || (types.equals(Set.of(EventType.MESSAGE_DELIVERED)) && channel == Channel.EMAIL);
    }

    private static Optional<Kind> ofEachStep(EventSelection selection) {
      return selection.channel().isPresent()
              && selection.types().size() == 1
              && BY_STEP.containsAll(selection.types())
          ? Optional.of(kind(selection))
          : Optional.empty();
    }

    private static Kind kind(EventSelection selection) {
      return new Kind(selection.types().iterator().next(), selection.channel(), selection.step());
    }

    /** Holds for its rows. */
    Condition condition() {
      Condition ofType =
          EventColumns.TYPE
              .eq(inline(type.key()))
              .and(EventColumns.CHANNEL.eq(inline(channelKey())));
      return step.map(only -> ofType.and(EventColumns.STEP_ID.eq(inline(only)))).orElse(ofType);
    }

    private String channelKey() {
      return channel.map(Channel::key).orElse("");
    }
  }

  /**
   * Rows of what users last did in a range or later; of a user and kind there may be several.
   *
   * @param kinds of which kinds at least
   */
  Select<Record> since(
      Set<JourneyId> journeys, Collection<Kind> kinds, Condition also, TimeRange range) {
    return select(asterisk(), DominantPart.PART)
        .from(EventTables.USER_PRESENCE)
        .where(events.owned(journeys))
        .and(of(kinds))
        .and(also)
        .and(
            events
                .kept(range)
                .from()
                .map(first ->
                    condition("{0} >= toUInt64({1})", LAST_AT, KeptUserStates.millis(first)))
                .orElse(trueCondition()));
  }

  /** Holds for the rows of kinds and of some others: quick to decide, and to find by the key. */
  private static Condition of(Collection<Kind> kinds) {
    Map<String, List<Kind>> byChannel = kinds.stream().collect(groupingBy(Kind::channelKey));
    return or(
        byChannel.entrySet().stream()
            .map(channel ->
                EventColumns.CHANNEL
                    .eq(inline(channel.getKey()))
                    .and(
                        EventColumns.TYPE.in(
                            channel.getValue().stream()
                                .map(kind -> kind.type().key())
                                .distinct()
                                .sorted()
                                .map(DSL::inline)
                                .toList())))
            .toList());
  }

  /** The parts that the table lies in: the row's columns are name and rows. */
  static Select<Record2<String, Long>> parts() {
    return DominantPart.parts(EventTables.USER_PRESENCE);
  }
}
