package io.journeystats.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.journeystats.clickhouse.StoreFailure;
import io.journeystats.clickhouse.StoreUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers to queries that are asked together, such that a query that cannot be answered takes no
 * other with it: if their statement fails through no fault of the store, each half is asked by
 * itself. A query that failed alone is not asked again for a while, as it takes all the time and
 * memory that a statement may have; a moment may be the reason, so at first the while is short. For
 * a caller who has time, a query that failed alone is asked once more after the others. What only
 * the store can be blamed for is never an answer that is missing: the caller has to ask again.
 */
public final class FailureIsolation {
  private static final Logger LOGGER = LoggerFactory.getLogger(FailureIsolation.class);

  /** After the first failure of a query, after the second, and after each further one. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(10));

  private static final Duration FORGOTTEN = Duration.ofMinutes(30);
  private static final long MOST_REMEMBERED = 10_000;

  /**
   * How many statements may fail for one caller: two faulty queries of ten thousand take so many.
   */
  private static final int MOST_FAILURES = 32;

  private final Ticker ticker;
  private final Cache<StatsQuery<?>, Failure> failed;

  /** How often a query failed alone, and when that was the last time. */
  private record Failure(int times, long at) {
    boolean isRecent(long now) {
      return now - at < PAUSES.get(Math.min(times, PAUSES.size()) - 1).toNanos();
    }
  }

  public FailureIsolation(Ticker ticker) {
    this.ticker = ticker;
    this.failed =
        Caffeine.newBuilder()
            .expireAfterWrite(FORGOTTEN)
            .maximumSize(MOST_REMEMBERED)
            .ticker(ticker)
            .build();
  }

  /**
   * The answers, in the order of the queries; empty where a query cannot be answered.
   *
   * @param isFresh whether queries that failed a while ago are asked as well
   * @param isPatient whether those that fail now are asked once more
   * @throws StoreUnavailableException where the store is the reason, or too many failed
   */
  public <R> List<Optional<R>> answer(
      Statistics source,
      List<? extends StatsQuery<R>> queries,
      boolean isFresh,
      boolean isPatient) {
    List<? extends StatsQuery<R>> asked =
        queries.stream().distinct().filter(query -> isFresh || !failedLately(query)).toList();
    Map<StatsQuery<R>, R> answers = new HashMap<>();
    int failures = ask(source, asked, answers, MOST_FAILURES);
    if (isPatient) {
      for (StatsQuery<R> query : asked) {
        if (!answers.containsKey(query)) {
          failures = ask(source, List.of(query), answers, failures);
        }
      }
    }
    return queries.stream().map(query -> Optional.ofNullable(answers.get(query))).toList();
  }

  private boolean failedLately(StatsQuery<?> query) {
    Failure last = failed.getIfPresent(query);
    return last != null && last.isRecent(ticker.read());
  }

  /** Returns how many more statements may fail. */
  private <R> int ask(
      Statistics source,
      List<? extends StatsQuery<R>> queries,
      Map<StatsQuery<R>, R> answers,
      int failures) {
    if (queries.isEmpty()) {
      return failures;
    }
    try {
      List<R> found = source.answerAll(queries);
      for (int i = 0; i < found.size(); i++) {
        answers.put(queries.get(i), found.get(i));
        failed.invalidate(queries.get(i));
      }
      return failures;
    } catch (RuntimeException failure) {
      boolean isOne = queries.size() == 1;
      if (failures == 0 || !StoreFailure.isOfStatement(failure, isOne)) {
        throw failure;
      }
      if (isOne) {
        StatsQuery<R> query = queries.getFirst();
        LOGGER.error(
            "Numbers of journey {} of tenant {} cannot be given.",
            query.journey(),
            query.tenant(),
            failure);
        failed
            .asMap()
            .merge(
                query,
                new Failure(1, ticker.read()),
                (known, now) -> new Failure(known.times() + 1, now.at()));
        return failures - 1;
      }
      int middle = queries.size() / 2;
      int left = ask(source, queries.subList(0, middle), answers, failures - 1);
      return ask(source, queries.subList(middle, queries.size()), answers, left);
    }
  }
}
