package io.journeystats.dashboard;

import io.journeystats.journey.Channel;
import io.journeystats.metric.Metric;
import io.journeystats.metric.MetricSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of all answers.
 *
 * @param places the places of numbers in answers
 */
public record MetricList(List<Place> places) {

  static MetricList all() {
    return new MetricList(Arrays.stream(MetricSet.values()).flatMap(MetricList::places).toList());
  }

  /** One, or one for each channel where channels have different metrics. */
  private static Stream<Place> places(MetricSet set) {
    List<Place> byChannel =
        Arrays.stream(Channel.values()).map(channel -> Place.of(set, channel)).toList();
    return byChannel.stream().map(Place::metrics).distinct().count() == 1
        ? Stream.of(new Place(set, null, byChannel.getFirst().metrics()))
        : byChannel.stream();
  }

  /**
   * A place of numbers in answers.
   *
   * @param place its name
   * @param channel the channel that the answer is about; null where all have the same metrics
   * @param metrics in the order to show them in
   */
  public record Place(MetricSet place, @Nullable Channel channel, List<Described> metrics) {

    private static Place of(MetricSet set, Channel channel) {
      Map<String, Described> byKey = new LinkedHashMap<>();
      set.of(channel).forEach(metric -> byKey.putIfAbsent(metric.key(), Described.of(metric)));
      return new Place(set, channel, List.copyOf(byKey.values()));
    }
  }

  /**
   * A metric for people.
   *
   * @param key its name in answers
   * @param title its name for people
   * @param definition what it means, in one sentence
   * @param unit in what it is measured
   */
  public record Described(String key, String title, String definition, Metric.Unit unit) {
    private static Described of(Metric metric) {
      return new Described(metric.key(), metric.title(), metric.definition(), metric.unit());
    }
  }
}
