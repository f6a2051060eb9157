package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.STEP;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Journey;
import io.journeystats.journey.Step;
import io.journeystats.journey.StepKind;
import io.journeystats.metric.OfMetrics;
import io.journeystats.metric.StepMetrics;
import io.journeystats.query.Answer;
import io.journeystats.query.GroupKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a journey.
 *
 * @param stepId its id
 * @param name its name; the id of a step that only events name
 * @param kind what it does; null for a step that only events name
 * @param channel the channel of its messages; null where it sends none
 * @param figures how many came, are there and went
 */
public record StepRow(
    String stepId,
    String name,
    @Nullable StepKind kind,
    @Nullable Channel channel,
    @JsonAnyGetter @OfMetrics(STEP) Map<String, @Nullable Number> figures) {

  static List<StepRow> all(Journey journey, Answer answer) {
    Set<String> known = journey.steps().stream().map(Step::id).collect(Collectors.toSet());
    Stream<StepRow> unknown =
        answer.groups().keySet().stream()
            .map(group -> ((GroupKey.Text) group).text())
            .filter(id -> !id.isEmpty() && !known.contains(id))
            .sorted(ChannelTables.BY_CODE_POINT)
            .map(id -> new StepRow(id, id, null, null, figures(id, answer)))
            .filter(row -> row.figures().values().stream().anyMatch(number -> !isZero(number)));
    return Stream.concat(journey.steps().stream().map(step -> of(step, answer)), unknown).toList();
  }

  private static StepRow of(Step step, Answer answer) {
    return new StepRow(
        step.id(),
        step.name(),
        step.kind(),
        step.channel().orElse(null),
        figures(step.id(), answer));
  }

  private static Map<String, @Nullable Number> figures(String id, Answer answer) {
    return MetricValues.of(answer.of(new GroupKey.Text(id)), StepMetrics.ALL);
  }

  private static boolean isZero(@Nullable Number number) {
    return number == null || number.longValue() == 0;
  }
}
