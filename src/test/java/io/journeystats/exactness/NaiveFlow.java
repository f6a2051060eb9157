package io.journeystats.exactness;

import static io.journeystats.exactness.NaiveCounts.ofTypes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * The trips that start in a period.
 *
 * @param journey of which journey
 * @param trips all of them
 */
record NaiveFlow(NaiveJourney journey, List<Trip> trips) {
  private static final List<String> ENDS =
      List.of("exited", "dropped", "in_progress", "entered_again");

  /**
   * "A user's time in a journey from one entrance to the next".
   *
   * @param visits the steps visited, in order
   * @param completed the steps with a step_completed
   * @param end how it ends
   */
  record Trip(
      String userId, Instant start, List<String> visits, List<String> completed, String end) {

    /** How often one thing follows another; "" is the start. */
    long passages(String from, String to, String theEnd) {
      List<String> path = new ArrayList<>();
      path.add("");
      path.addAll(visits);
      if (!theEnd.isEmpty()) {
        return path.getLast().equals(from) && end.equals(theEnd) ? 1 : 0;
      }
      long count = 0;
      for (int i = 1; i < path.size(); i++) {
        if (path.get(i - 1).equals(from) && path.get(i).equals(to)) {
          count++;
        }
      }
      return count;
    }
  }

  static NaiveFlow of(NaiveStatistics statistics, NaivePeriod period) {
    NaiveJourney journey = statistics.journey();
    List<Trip> trips = new ArrayList<>();
    TreeSet<String> users = new TreeSet<>(Utf8.ORDER);
    statistics.ofJourney().forEach(event -> users.add(event.userId()));
    for (String user : users) {
      List<NaiveEvent> events =
          statistics.ofJourney().stream().filter(event -> event.userId().equals(user)).toList();
      List<Instant> entrances =
          ofTypes(events, "entered").stream().map(NaiveEvent::time).sorted().toList();
      for (int k = 0; k < entrances.size(); k++) {
        Instant start = entrances.get(k);
        Optional<Instant> next =
            k + 1 < entrances.size() ? Optional.of(entrances.get(k + 1)) : Optional.empty();
        if (period.contains(start)) {
          List<NaiveEvent> inTrip =
              events.stream()
                  .filter(event -> !event.time().isBefore(start))
                  .filter(event -> next.isEmpty() || event.time().isBefore(next.get()))
                  .toList();
          trips.add(
              new Trip(
                  user,
                  start,
                  visits(journey, inTrip),
                  ofTypes(inTrip, "step_completed").stream()
                      .map(event -> event.stepId().orElseThrow())
                      .distinct()
                      .toList(),
                  end(inTrip, next.isEmpty())));
        }
      }
    }
    return new NaiveFlow(journey, trips);
  }

  /** "In order of (time, entered before completed, position of the step, step id)". */
  private static List<String> visits(NaiveJourney journey, List<NaiveEvent> inTrip) {
    List<NaiveEvent> steps = new ArrayList<>(ofTypes(inTrip, "step_entered", "step_completed"));
    steps.sort(
        Comparator.comparing(NaiveEvent::time)
            .thenComparing(event -> event.is("step_completed"))
            .thenComparingInt(event -> journey.position(event.stepId().orElseThrow()))
            .thenComparing(event -> event.stepId().orElseThrow(), Utf8.ORDER));
    List<String> visits = new ArrayList<>();
    for (NaiveEvent event : steps) {
      String step = event.stepId().orElseThrow();
      if (visits.isEmpty() || !visits.getLast().equals(step)) {
        visits.add(step);
      }
    }
    return visits;
  }

  /** "Its latest exited or dropped event (equal times: exited &lt; dropped)". */
  private static String end(List<NaiveEvent> inTrip, boolean isLast) {
    return ofTypes(inTrip, "exited", "dropped").stream()
        .max(Comparator.comparing(NaiveEvent::time).thenComparing(event -> event.is("dropped")))
        .map(NaiveEvent::type)
        .orElse(isLast ? "in_progress" : "entered_again");
  }

  /** {@code GET /journeys/{id}/stats/flow} without the period. */
  ObjectNode answer() {
    ObjectNode answer = Json.object();
    answer.put("trips", trips.size());
    List<String> steps = new ArrayList<>();
    journey.steps().forEach(step -> steps.add(step.id()));
    TreeSet<String> unknown = new TreeSet<>(Utf8.ORDER);
    trips.forEach(trip -> unknown.addAll(trip.visits()));
    steps.forEach(unknown::remove);
    steps.addAll(unknown);
    ArrayNode nodes = answer.putArray("nodes");
    for (String step : steps) {
      ObjectNode node = nodes.addObject().put("step_id", step).put("name", journey.stepName(step));
      Optional<NaiveJourney.NaiveStep> known =
          journey.steps().stream().filter(one -> one.id().equals(step)).findFirst();
      node.set("kind", Json.text(known.map(NaiveJourney.NaiveStep::kind)));
      node.set("channel", Json.text(known.flatMap(NaiveJourney.NaiveStep::channel)));
      node.put("trips", sum(trip -> trip.visits().contains(step) ? 1 : 0));
      node.put("visits", sum(trip -> trip.visits().stream().filter(step::equals).count()));
      node.put("completed_trips", sum(trip -> trip.completed().contains(step) ? 1 : 0));
      ObjectNode ends = node.putObject("ends");
      for (String end : ENDS) {
        ends.put(end, sum(trip -> trip.passages(step, "", end)));
      }
    }
    ArrayNode edges = answer.putArray("edges");
    List<String> froms = new ArrayList<>(steps);
    froms.addFirst("");
    for (String from : froms) {
      for (String to : steps) {
        addEdge(edges, from, to, "");
      }
      ENDS.forEach(end -> addEdge(edges, from, "", end));
    }
    return answer;
  }

  private void addEdge(ArrayNode edges, String from, String to, String end) {
    long count = sum(trip -> trip.passages(from, to, end));
    if (count > 0) {
      ObjectNode edge = edges.addObject();
      edge.set("from", Json.text(Optional.of(from).filter(id -> !id.isEmpty())));
      edge.set("to", Json.text(Optional.of(to).filter(id -> !id.isEmpty())));
      edge.set("end", Json.text(Optional.of(end).filter(id -> !id.isEmpty())));
      edge.put("count", count);
    }
  }

  private long sum(ToLongFunction<Trip> part) {
    return trips.stream().mapToLong(part).sum();
  }

  /** {@code flow.csv}. */
  ArrayNode file() {
    ArrayNode file = Json.array();
    file.add(NaiveCsv.row("from", "to", "end", "count"));
    answer()
        .get("edges")
        .forEach(edge ->
            file.add(
                NaiveCsv.row(
                    NaiveCsv.text(edge.get("from").isNull() ? "" : edge.get("from").textValue()),
                    NaiveCsv.text(edge.get("to").isNull() ? "" : edge.get("to").textValue()),
                    edge.get("end").isNull() ? "" : edge.get("end").textValue(),
                    edge.get("count").asText())));
    return file;
  }

  /** What users stand behind. */
  static List<NaiveNumber> numbers(NaiveJourney journey) {
    List<NaiveNumber> numbers = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    journey.steps().forEach(step -> ids.add(step.id()));
    for (int i = 0; i < ids.size(); i++) {
      String step = ids.get(i);
      String other = ids.get(ids.size() - 1 - i);
      String at = "&step=" + Client.encode(step);
      numbers.add(number("metric=trips" + at, trip -> trip.visits().contains(step) ? 1 : 0));
      numbers.add(
          number(
              "metric=visits" + at, trip -> trip.visits().stream().filter(step::equals).count()));
      numbers.add(
          number("metric=completed_trips" + at, trip -> trip.completed().contains(step) ? 1 : 0));
      for (String end : ENDS) {
        numbers.add(number("metric=" + end + at, trip -> trip.passages(step, "", end)));
        numbers.add(
            number(
                "metric=passages&from_step=" + Client.encode(step) + "&end=" + end,
                trip -> trip.passages(step, "", end)));
        numbers.add(number("metric=passages&end=" + end, trip -> trip.passages("", "", end)));
      }
      numbers.add(
          number(
              "metric=passages&to_step=" + Client.encode(step),
              trip -> trip.passages("", step, "")));
      numbers.add(
          number(
              "metric=passages&from_step="
                  + Client.encode(step)
                  + "&to_step="
                  + Client.encode(other),
              trip -> trip.passages(step, other, "")));
    }
    return numbers;
  }

  private static NaiveNumber number(String query, ToLongFunction<Trip> times) {
    return new NaiveNumber(
        query,
        (statistics, period) -> {
          List<NaiveNumber.Deed> deeds = new ArrayList<>();
          for (Trip trip : of(statistics, period).trips()) {
            for (long i = 0; i < times.applyAsLong(trip); i++) {
              deeds.add(new NaiveNumber.Deed(trip.userId(), trip.start()));
            }
          }
          return deeds;
        });
  }
}
