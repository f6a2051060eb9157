package io.journeystats.stats;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.journeystats.clickhouse.StoreUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers to queries that are asked together, such that a query that cannot be answered takes no
 * other with it: if their statement fails through no fault of the store, each half is asked by
 * itself. A query that failed alone is not asked again for a while, as it takes all the time and
 * memory that a statement may have.
 */
final class SeparateAnswers {
  private static final Logger LOGGER = LoggerFactory.getLogger(SeparateAnswers.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final long MOST_REMEMBERED = 10_000;

  /**
   * How many statements may fail for one caller: two faulty queries of ten thousand take so many.
   */
  private static final int MOST_FAILURES = 32;

  private final Cache<StatsQuery<?>, Boolean> failed;

  SeparateAnswers(Ticker ticker) {
    this.failed =
        Caffeine.newBuilder()
            .expireAfterWrite(PAUSE)
            .maximumSize(MOST_REMEMBERED)
            .ticker(ticker)
            .build();
  }

  /**
   * The answers, in the order of the queries; empty where a query cannot be answered.
   *
   * @param isFresh whether queries that failed a while ago are asked as well
   */
  <R> List<Optional<R>> answer(
      Statistics source, List<? extends StatsQuery<R>> queries, boolean isFresh) {
    List<? extends StatsQuery<R>> asked =
        queries.stream()
            .distinct()
            .filter(query -> isFresh || failed.getIfPresent(query) == null)
            .toList();
    Map<StatsQuery<R>, R> answers = new HashMap<>();
    ask(source, asked, answers, MOST_FAILURES);
    return queries.stream().map(query -> Optional.ofNullable(answers.get(query))).toList();
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
      }
      return failures;
    } catch (StoreUnavailableException | DataAccessException failure) {
      if (!isOfStatement(failure) || failures == 0) {
        throw failure;
      }
      if (queries.size() == 1) {
        StatsQuery<R> query = queries.getFirst();
        LOGGER.error(
            "Numbers of journey {} of tenant {} cannot be given.",
            query.journey(),
            query.tenant(),
            failure);
        failed.put(query, true);
        return failures - 1;
      }
      int middle = queries.size() / 2;
      int left = ask(source, queries.subList(0, middle), answers, failures - 1);
      return ask(source, queries.subList(middle, queries.size()), answers, left);
    }
  }

  /** Tells whether a statement failed over what it asks, not over the store's troubles. */
  private static boolean isOfStatement(RuntimeException thrown) {
    return !(thrown instanceof StoreUnavailableException failure)
        || failure.failure().isOfStatement();
  }
}
