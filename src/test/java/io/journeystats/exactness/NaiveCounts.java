package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The counting words of the metrics' definitions. */
final class NaiveCounts {
  private NaiveCounts() {}

  static List<NaiveEvent> ofTypes(List<NaiveEvent> events, String... types) {
    return events.stream().filter(event -> List.of(types).contains(event.type())).toList();
  }

  /** "|x| = number of events of type x". */
  static long count(List<NaiveEvent> events, String type) {
    return ofTypes(events, type).size();
  }

  /** The number of events of the type with that reason. */
  static long countOfReason(List<NaiveEvent> events, String type, String reason) {
    return ofTypes(events, type).stream()
        .filter(event -> event.reason().equals(Optional.of(reason)))
        .count();
  }

  /** "users(x) = distinct user_id among them". */
  static long users(List<NaiveEvent> events, String... types) {
    Set<String> users = new HashSet<>();
    for (NaiveEvent event : ofTypes(events, types)) {
      users.add(event.userId());
    }
    return users.size();
  }

  /** "messages(x) = distinct message_id". */
  static long messages(List<NaiveEvent> events, String... types) {
    Set<String> messages = new HashSet<>();
    for (NaiveEvent event : ofTypes(events, types)) {
      messages.add(event.messageId().orElseThrow());
    }
    return messages.size();
  }

  /** "pairs(x) = distinct (step_id, user_id)". */
  static long pairs(List<NaiveEvent> events, String type) {
    Set<List<String>> pairs = new HashSet<>();
    for (NaiveEvent event : ofTypes(events, type)) {
      pairs.add(List.of(event.stepId().orElseThrow(), event.userId()));
    }
    return pairs.size();
  }

  /** "A rate is a fraction, null where its denominator is 0". */
  static JsonNode rate(long numerator, long denominator) {
    return denominator == 0
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance.numberNode((double) numerator / denominator);
  }
}
