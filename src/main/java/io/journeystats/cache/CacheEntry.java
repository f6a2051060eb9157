package io.journeystats.cache;

import io.journeystats.erasure.Epoch;
import io.journeystats.query.Answer;
import io.journeystats.query.AttributionAnswer;
import io.journeystats.query.ContributorPage;
import io.journeystats.query.DurationSummary;
import io.journeystats.query.FlowAnswer;
import io.journeystats.query.GoalAmounts;
import io.journeystats.query.InvalidationScope;
import io.journeystats.query.MessageLinks;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.UserPage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cached answer with its expiry and the time of its next refresh.
 *
 * <p>An answer that no event has changed is fresh for its lifetime, which begins again whenever the
 * answer is confirmed. An answer that events have changed is served for as long as the contract
 * allows an event to be missing.
 */
final class CacheEntry {
  /** The part of its lifetime after which an unchanged answer is refreshed on request. */
  private static final double DUE = 0.9;

  /** A changing answer is refreshed at most every this many times its cost. */
  private static final int RESTS = 50;

  /** The age at which an answer is computed again, however often it was confirmed. */
  private static final long LONGEST_CONFIRMED = Duration.ofHours(1).toNanos();

  /** The weight of a user. */
  private static final int USER = 8;

  /** The maximum number of earlier answers that are kept with an answer. */
  private static final int MOST_EARLIER = 4;

  private final Object answer;
  private final InvalidationScope scope;
  private final long epoch;
  private final List<StatsQuery<?>> together;
  private final long made;
  private final long cost;
  private volatile long right;
  private volatile long end;

  /** When events changed it first; null while none have. */
  private volatile @Nullable Long changedAt;

  private volatile long asked;

  /** The answer before this one; null if there is none that may still be served. */
  private volatile @Nullable CacheEntry earlier;

  /**
   * Creates an entry.
   *
   * @param answer the answer
   * @param scope the events that can change it
   * @param epoch the number of the epoch in which its computation began
   * @param together the queries of its execution, its own included
   * @param begun when its computation began, by the cache's ticker
   * @param cost how long its computation took
   * @param lifetime how long it is fresh from the beginning
   */
  CacheEntry(
      Object answer,
      InvalidationScope scope,
      long epoch,
      List<StatsQuery<?>> together,
      long begun,
      Duration cost,
      Duration lifetime) {
    this.answer = answer;
    this.scope = scope;
    this.epoch = epoch;
    this.together = together;
    this.made = begun;
    this.cost = cost.toNanos();
    this.right = begun;
    this.asked = begun;
    this.end = begun + lifetime.toNanos();
  }

  /** Whether it may be confirmed instead of computed. */
  boolean mayBeConfirmed(long now) {
    return changedAt == null && now - made < LONGEST_CONFIRMED;
  }

  /**
   * Confirms that it was right at a time, which renews its lifetime.
   *
   * @return false if events have changed it
   */
  synchronized boolean confirm(long time, Duration lifetime) {
    if (changedAt != null) {
      return false;
    }
    if (time - right > 0) {
      right = time;
      end = time + lifetime.toNanos();
    }
    return true;
  }

  /** Whether it may be served in an epoch: no user of its journey was erased since. */
  boolean isShownIn(Epoch present, StatsQuery<?> query) {
    return present.shows(epoch, query.journey().value());
  }

  /** The queries of its execution. */
  List<StatsQuery<?>> together() {
    return together;
  }

  /** Notes that it was requested. */
  void ask(long now) {
    asked = now;
  }

  /** When it was requested last. */
  long asked() {
    return asked;
  }

  /** The time since it was certainly right. */
  Duration age(long now) {
    return Duration.ofNanos(now - right);
  }

  Object answer() {
    return answer;
  }

  InvalidationScope scope() {
    return scope;
  }

  /** When its computation began. */
  long made() {
    return made;
  }

  /**
   * Whether it was right at a time: from the beginning of its computation until events changed it.
   */
  boolean wasRightAt(long time) {
    Long change = changedAt;
    return time == made || (time - made > 0 && (change == null || time - change < 0));
  }

  /** The answer before this one, for what is shown together with answers of that time. */
  @Nullable CacheEntry earlier(long now) {
    CacheEntry before = earlier;
    if (before != null && !before.isFresh(now)) {
      before = null;
      earlier = null;
    }
    return before;
  }

  /**
   * Takes the place of an answer in the cache, which is kept while it may be served.
   *
   * @param replaced the answer that was cached until now; events that arrive later are not noted
   *     with it
   * @param now the present, by the cache's ticker
   * @param longest how long an answer may be served once events have changed it
   */
  void replace(CacheEntry replaced, long now, Duration longest) {
    replaced.change(made, longest);
    earlier = replaced;
    CacheEntry last = this;
    for (int i = 0; i < MOST_EARLIER; i++) {
      CacheEntry before = last.earlier(now);
      if (before == null) {
        return;
      }
      last = before;
    }
    last.earlier = null;
  }

  /** Whether events have changed it. */
  boolean isChanged() {
    return changedAt != null;
  }

  boolean isFresh(long now) {
    return now - end < 0;
  }

  /**
   * Whether it is time to refresh it, so that no caller has to wait when it expires. The more an
   * answer costs that events keep changing, the less often it is refreshed.
   */
  boolean isDue(long now, CacheSettings settings) {
    long age = now - right;
    if (changedAt == null) {
      return age >= (end - right) * DUE;
    }
    return age
        >= Math.clamp(
            cost * RESTS,
            settings.busyLifetime().toNanos(),
            Math.max(settings.busyLifetime().toNanos(), settings.runningLifetime().toNanos() / 2));
  }

  /**
   * Whether the other entry is later. An entry of a later epoch is never older, even if the other
   * one was confirmed afterwards.
   */
  boolean isOlderThan(CacheEntry other) {
    return epoch <= other.epoch && right - other.right < 0;
  }

  /**
   * Notes that events change it.
   *
   * @param time when the first of them arrived
   * @param longest how long from then it may still be served
   */
  synchronized void change(long time, Duration longest) {
    if (changedAt == null) {
      changedAt = time;
      long last = (time - right > 0 ? time : right) + longest.toNanos();
      end = last - end < 0 ? last : end;
    }
  }

  Freshness freshness(long now) {
    return new Freshness(
        Duration.ofNanos(now - right), Duration.ofNanos(Math.max(0, end - now)), false);
  }

  /** The freshness of an expired answer that is served all the same. */
  Freshness staleness(long now) {
    return new Freshness(Duration.ofNanos(now - right), Duration.ZERO, true);
  }

  /** The approximate size of it and of the earlier answers, in numbers of about 60 bytes. */
  int weight() {
    CacheEntry before = earlier;
    return own() + (before == null ? 0 : before.weight());
  }

  private int own() {
    return switch (answer) {
      case Answer numbers -> numbers.size();
      case UserPage page -> USER * page.users().size();
      case ContributorPage page -> USER * page.users().size();
      case GoalAmounts amounts -> amounts.weight();
      case MessageLinks links -> links.weight();
      case DurationSummary summary -> summary.size();
      case FlowAnswer flow -> flow.size();
      case AttributionAnswer attribution -> 3 * attribution.byMessage().size();
      default -> 0;
    };
  }
}
