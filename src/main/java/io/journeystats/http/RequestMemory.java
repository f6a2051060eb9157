package io.journeystats.http;

import org.jspecify.annotations.Nullable;

/** The heap that a request holds until it ends, which is taken before it is filled. */
@FunctionalInterface
public interface RequestMemory {
  /** The property of a request that holds it. */
  String PROPERTY = RequestMemory.class.getName();

  /** Knows no bound: where nothing is set, as in the background. */
  RequestMemory UNBOUNDED = _ -> {};

  /**
   * Takes more bytes, as soon as they are free.
   *
   * @throws TryAgainException where that took too long
   */
  void take(long bytes);

  /**
   * The memory that is the value of a request's property; one without bound where there is none.
   */
  static RequestMemory of(@Nullable Object property) {
    return property instanceof RequestMemory memory ? memory : UNBOUNDED;
  }
}
