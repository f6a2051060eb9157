package io.journeystats.stats;

import static java.util.stream.Collectors.groupingBy;

import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.Aggregate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record;

/** Gathers the answers to queries about several journeys; several may add at the same time. */
final class AnswersByJourney {
  private final List<Slot> slots;
  private final Map<JourneyId, List<Slot>> byJourney;

  /** A query and what is known of its answer. */
  private record Slot(StatsQuery.Numbers query, AnswerBuilder answer) {}

  AnswersByJourney(List<StatsQuery.Numbers> queries) {
    slots = queries.stream().map(query -> new Slot(query, new AnswerBuilder(query))).toList();
    byJourney = slots.stream().collect(groupingBy(slot -> slot.query().journey()));
  }

  /** Adds a row that has the journey first, then a column for each aggregate. */
  void addRow(Record row, List<? extends Aggregate> aggregates) {
    for (int position = 0; position < aggregates.size(); position++) {
      add(
          new JourneyId(row.get(0, UUID.class)),
          aggregates.get(position),
          row.get(position + 1, Long.class));
    }
  }

  /** Adds one number to the answers of those who asked for it. */
  void add(JourneyId journey, Aggregate aggregate, long number) {
    byJourney.getOrDefault(journey, List.of()).stream()
        .filter(slot -> slot.query().aggregates().contains(aggregate))
        .forEach(slot -> slot.answer().add(new GroupKey.Whole(), aggregate, number));
  }

  /** The answers in the order of the queries. */
  List<Answer> build() {
    return slots.stream().map(slot -> slot.answer().build()).toList();
  }
}
