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

/**
 * An answer that is remembered: how long it may be shown, and when it is time to make it again.
 *
 * <p>An answer that no event has changed may be shown for its lifetime, which begins again each
 * time that it is found to be right. One that events changed may be shown for a while longer, the
 * time for which the service may owe an event.
 */
final class CacheEntry {
  /** After which part of its life an unchanged answer that is asked for is made again. */
  private static final double DUE = 0.9;

  /** Which part of a processor goes into making an answer again that events keep changing. */
  private static final int RESTS = 50;

  /** However often it was found to be right, then it is made again. */
  private static final long LONGEST_CONFIRMED = Duration.ofHours(1).toNanos();

  /** What a user weighs. */
  private static final int USER = 8;

  private final Object answer;
  private final InvalidationScope dependence;
  private final long epoch;
  private final List<StatsQuery<?>> together;
  private final long made;
  private final long cost;
  private volatile long right;
  private volatile long end;
  private volatile boolean changed;
  private volatile long asked;

  /**
   * An answer.
   *
   * @param answer what was answered
   * @param dependence which events it rests on
   * @param epoch the number of the epoch in which its making began
   * @param together the queries that were asked together with its own, that one included
   * @param begun when its making began, by the cache's ticker
   * @param cost how long its making took
   * @param lifetime how long from the beginning it may be shown
   */
  CacheEntry(
      Object answer,
      InvalidationScope dependence,
      long epoch,
      List<StatsQuery<?>> together,
      long begun,
      Duration cost,
      Duration lifetime) {
    this.answer = answer;
    this.dependence = dependence;
    this.epoch = epoch;
    this.together = together;
    this.made = begun;
    this.cost = cost.toNanos();
    this.right = begun;
    this.asked = begun;
    this.end = begun + lifetime.toNanos();
  }

  /** Tells whether it is worthwhile to find out that it is still right. */
  boolean mayBeConfirmed(long now) {
    return !changed && now - made < LONGEST_CONFIRMED;
  }

  /**
   * Notes that it was right at that time, so that its life begins again.
   *
   * @return false where events changed it
   */
  synchronized boolean confirm(long time, Duration lifetime) {
    if (changed) {
      return false;
    }
    if (time - right > 0) {
      right = time;
      end = time + lifetime.toNanos();
    }
    return true;
  }

  /**
   * Tells whether it may be shown in an epoch: whether nobody was erased since of whom it tells.
   */
  boolean isShownIn(Epoch present, StatsQuery<?> query) {
    return present.shows(epoch, query.journey().value());
  }

  /** The queries that were asked together with its own. */
  List<StatsQuery<?>> together() {
    return together;
  }

  /** Notes that somebody asked for it. */
  void ask(long now) {
    asked = now;
  }

  /** When somebody asked for it last. */
  long asked() {
    return asked;
  }

  /** The time since it was known to be right. */
  Duration age(long now) {
    return Duration.ofNanos(now - right);
  }

  Object answer() {
    return answer;
  }

  InvalidationScope dependence() {
    return dependence;
  }

  /** Tells whether events came that changed it. */
  boolean isChanged() {
    return changed;
  }

  boolean isFresh(long now) {
    return now - end < 0;
  }

  /**
   * Tells whether it is time to make it again, so that nobody has to wait at its end. What events
   * keep changing is made again the more seldom the longer that takes.
   */
  boolean isDue(long now, CacheSettings settings) {
    long age = now - right;
    if (!changed) {
      return age >= (end - right) * DUE;
    }
    return age
        >= Math.clamp(
            cost * RESTS,
            settings.busyLifetime().toNanos(),
            Math.max(settings.busyLifetime().toNanos(), settings.runningLifetime().toNanos() / 2));
  }

  /**
   * Where users were erased since the other was made, this one counts, though that was found right.
   */
  boolean isOlderThan(CacheEntry other) {
    return epoch <= other.epoch && right - other.right < 0;
  }

  /**
   * Notes that events came that change it.
   *
   * @param time when the first of them came
   * @param longest how long from then it may still be shown
   */
  synchronized void change(long time, Duration longest) {
    if (!changed) {
      changed = true;
      long last = (time - right > 0 ? time : right) + longest.toNanos();
      end = last - end < 0 ? last : end;
    }
  }

  Freshness freshness(long now) {
    return new Freshness(
        Duration.ofNanos(now - right), Duration.ofNanos(Math.max(0, end - now)), false);
  }

  /** The same, where it is shown though it is no longer fresh. */
  Freshness staleness(long now) {
    return new Freshness(Duration.ofNanos(now - right), Duration.ZERO, true);
  }

  /** About how much memory it takes, in numbers of about 60 bytes. */
  int weight() {
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
