package io.journeystats.dashboard;

import io.journeystats.query.StatsQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Queries that are answered together, so that what is made of their answers is of one moment.
 *
 * @param queries the queries
 * @param result makes the result of their answers, which are in the same order
 * @param <T> the type of the result
 */
record JointQuery<T>(List<StatsQuery<?>> queries, Function<List<Object>, T> result) {
  /** Copies the list. */
  JointQuery {
    queries = List.copyOf(queries);
  }

  /** A single query. */
  @SuppressWarnings("unchecked") // the answer to that query
  static <R> JointQuery<R> of(StatsQuery<R> query) {
    return new JointQuery<>(List.of(query), answers -> (R) answers.getFirst());
  }

  /** A result for which nothing has to be asked. */
  static <T> JointQuery<T> known(T result) {
    return new JointQuery<>(List.of(), _ -> result);
  }

  /** All of several. */
  static <T> JointQuery<List<T>> all(List<JointQuery<T>> several) {
    return several.stream()
        .map(one -> one.map(List::of))
        .reduce(JointQuery.known(List.of()), (some, more) -> some.with(more, JointQuery::joined));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  /** The same queries for another result. */
  <U> JointQuery<U> map(Function<? super T, U> view) {
    return new JointQuery<>(queries, answers -> view.apply(result.apply(answers)));
  }

  /** These and others, and what is made of both. */
  <U, V> JointQuery<V> with(JointQuery<U> others, BiFunction<? super T, ? super U, V> view) {
    List<StatsQuery<?>> both = new ArrayList<>(queries);
    both.addAll(others.queries);
    int own = queries.size();
    return new JointQuery<>(
        both,
        answers ->
            view.apply(
                result.apply(answers.subList(0, own)),
                others.result.apply(answers.subList(own, answers.size()))));
  }
}
