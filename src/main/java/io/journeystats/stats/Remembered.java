package io.journeystats.stats;

import java.time.Duration;

/** An answer that is remembered, with the times by which it has to be made again. */
final class Remembered {
  /** After which part of its life an answer that is asked for again is made anew beforehand. */
  private static final double DUE = 0.9;

  /** However often it was found to be right still, then it is made anew. */
  private static final long LONGEST_CONFIRMED = Duration.ofHours(1).toNanos();

  /** What a user weighs. */
  private static final int USER = 8;

  private final Object answer;
  private final Dependence dependence;
  private final long epoch;
  private final long made;
  private final long begun;
  private volatile long lifetime;
  private volatile boolean changed;

  /**
   * An answer.
   *
   * @param answer what was answered
   * @param dependence which events it rests on
   * @param epoch which users had been erased when its making began
   * @param begun when its making began, by the cache's ticker
   * @param lifetime how long from then it may be shown
   */
  Remembered(Object answer, Dependence dependence, long epoch, long begun, Duration lifetime) {
    this(answer, dependence, epoch, begun, begun, lifetime);
  }

  private Remembered(
      Object answer, Dependence dependence, long epoch, long made, long begun, Duration lifetime) {
    this.answer = answer;
    this.dependence = dependence;
    this.epoch = epoch;
    this.made = made;
    this.begun = begun;
    this.lifetime = lifetime.toNanos();
  }

  /** The same answer, found to be right still. */
  Remembered confirmed(long now, Duration life) {
    return new Remembered(answer, dependence, epoch, made, now, life);
  }

  /** Tells whether it is worth while to find out that it is right still. */
  boolean mayBeConfirmed(long now) {
    return !changed && now - made < LONGEST_CONFIRMED;
  }

  /** Tells whether the same users had been erased when its making began. */
  boolean isOf(long present) {
    return epoch == present;
  }

  /** How long it is known to have been right. */
  Duration age(long now) {
    return Duration.ofNanos(now - begun);
  }

  Object answer() {
    return answer;
  }

  Dependence dependence() {
    return dependence;
  }

  boolean isFresh(long now) {
    return now - begun < lifetime;
  }

  /** Tells whether it is time to make it anew, so that nobody has to wait at its end. */
  boolean isDue(long now) {
    return now - begun >= lifetime * DUE;
  }

  boolean isOlderThan(Remembered other) {
    return begun - other.begun < 0;
  }

  /** Notes that events came that change it: it may live no longer than that from its beginning. */
  synchronized void change(Duration life) {
    changed = true;
    lifetime = Math.min(lifetime, life.toNanos());
  }

  Freshness freshness(long now) {
    long age = now - begun;
    long left = Math.max(0, lifetime - age);
    return new Freshness(Duration.ofNanos(age), Duration.ofNanos(left), false);
  }

  /** The same, where it is shown though it is no longer fresh. */
  Freshness staleness(long now) {
    return new Freshness(Duration.ofNanos(now - begun), Duration.ZERO, true);
  }

  /** About how much memory it takes, in numbers of about 60 bytes. */
  int weight() {
    return switch (answer) {
      case Answer numbers -> numbers.size();
      case UserPage page -> USER * page.users().size();
      case UsersBehindPage page -> USER * page.users().size();
      default -> 0;
    };
  }
}
