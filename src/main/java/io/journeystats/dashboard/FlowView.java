package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.FLOW_ENDS;
import static io.journeystats.metric.MetricSet.FLOW_STEP;
import static io.journeystats.metric.MetricSet.PASSAGES;

import io.journeystats.journey.Channel;
import io.journeystats.journey.Journey;
import io.journeystats.journey.Step;
import io.journeystats.journey.StepKind;
import io.journeystats.metric.FlowPart.Next;
import io.journeystats.metric.FlowPart.Passage;
import io.journeystats.metric.OfMetrics;
import io.journeystats.metric.TripEnd;
import io.journeystats.query.FlowAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trips of a journey's users: how many visit each step, and what follows what.
 *
 * @param period the time in which the trips start
 * @param trips how many trips there are, which is the entrances of the period
 * @param nodes the steps of the definition in its order, then those that only events name, by id
 * @param edges the passages that there are, those of each step together, in the order of the nodes
 */
@Schema(name = "JourneyFlow")
public record FlowView(
    ResolvedPeriod period,
    @Schema(description = "Trips that start in the period: its entrances.") long trips,
    @Schema(description = "The steps in the order of the definition, then others by id.")
        List<Node> nodes,
    @Schema(
            description =
                "How often one thing follows another. Those from the start add up to trips.")
        List<Edge> edges) {

  static FlowView of(ResolvedPeriod period, Journey journey, FlowAnswer flow) {
    Set<String> known = journey.steps().stream().map(Step::id).collect(Collectors.toSet());
    Map<String, Long> visits = new HashMap<>();
    flow.passages()
        .forEach((passage, count) -> {
          if (passage.next() instanceof Next.Visit(var step)) {
            visits.merge(step, count, Long::sum);
          }
        });
    List<Node> nodes =
        Stream.concat(
                journey.steps().stream()
                    .map(step ->
                        node(
                            step.id(),
                            step.name(),
                            step.kind(),
                            step.channel().orElse(null),
                            visits,
                            flow)),
                visits.keySet().stream()
                    .filter(id -> !known.contains(id))
                    .sorted(ChannelTables.BY_CODE_POINT)
                    .map(id -> node(id, id, null, null, visits, flow)))
            .toList();
    return new FlowView(period, flow.trips(), nodes, edges(nodes, flow));
  }

  private static Node node(
      String id,
      String name,
      @Nullable StepKind kind,
      @Nullable Channel channel,
      Map<String, Long> visits,
      FlowAnswer flow) {
    FlowAnswer.Visited visited = flow.steps().getOrDefault(id, FlowAnswer.Visited.NEVER);
    Map<String, @Nullable Number> ends = new LinkedHashMap<>();
    for (TripEnd end : TripEnd.values()) {
      ends.put(
          end.key(),
          flow.passages().getOrDefault(new Passage(Optional.of(id), new Next.End(end)), 0L));
    }
    return new Node(
        id,
        name,
        kind,
        channel,
        visited.trips(),
        visits.getOrDefault(id, 0L),
        visited.completed(),
        ends);
  }

  private static List<Edge> edges(List<Node> nodes, FlowAnswer flow) {
    Map<String, Integer> positions = new HashMap<>();
    nodes.forEach(node -> positions.put(node.stepId(), positions.size()));
    List<Map.Entry<Passage, Long>> passages = new ArrayList<>(flow.passages().entrySet());
    passages.sort(
        Comparator.<Map.Entry<Passage, Long>>comparingInt(passage ->
                passage.getKey().from().map(id -> positions.getOrDefault(id, 0)).orElse(-1))
            .thenComparingInt(passage ->
                switch (passage.getKey().next()) {
                  case Next.Visit(var step) -> positions.getOrDefault(step, 0);
                  case Next.End(var end) -> nodes.size() + end.number();
                }));
    return passages.stream()
        .map(passage ->
            switch (passage.getKey().next()) {
              case Next.Visit(var step) ->
                  new Edge(passage.getKey().from().orElse(null), step, null, passage.getValue());
              case Next.End(var end) ->
                  new Edge(passage.getKey().from().orElse(null), null, end, passage.getValue());
            })
        .toList();
  }

  /** A step. */
  @Schema(name = "FlowNode")
  public record Node(
      String stepId,
      @Schema(description = "Its name; the id of a step that only events name.") String name,
      @Schema(description = "What it does; null for a step that only events name.")
          @Nullable StepKind kind,
      @Schema(description = "The channel of its messages; null where it sends none.")
          @Nullable Channel channel,
      @OfMetrics(FLOW_STEP) @Nullable Number trips,
      @OfMetrics(FLOW_STEP) @Nullable Number visits,
      @OfMetrics(FLOW_STEP) @Nullable Number completedTrips,
      @OfMetrics(FLOW_ENDS) Map<String, @Nullable Number> ends) {}

  /** What follows something. */
  @Schema(name = "FlowEdge")
  public record Edge(
      @Schema(description = "The id of the step before; null for the start of trips.")
          @Nullable String from,
      @Schema(description = "The id of the step that follows; null where trips end.")
          @Nullable String to,
      @Schema(description = "How the trips end; null where a step follows.") @Nullable TripEnd end,
      @OfMetrics(value = PASSAGES, key = "passages") @Nullable Number count) {}
}
