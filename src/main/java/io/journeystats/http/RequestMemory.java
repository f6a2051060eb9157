package io.journeystats.http;

import org.jspecify.annotations.Nullable;

/**
 * The memory budget of a request, charged before buffers are filled and released when the request
 * ends.
 */
@FunctionalInterface
public interface RequestMemory {
  /** The request property that holds the budget. */
  String PROPERTY = RequestMemory.class.getName();

  /** An unlimited budget, such as that of background tasks. */
  RequestMemory UNBOUNDED = _ -> {};

  /**
   * Waits until the given number of bytes is free, and takes them.
   *
   * @throws TryAgainException if they do not become free in time
   */
  void take(long bytes);

  /** Returns the budget from a request property; an unlimited one if the property is not set. */
  static RequestMemory of(@Nullable Object property) {
    return property instanceof RequestMemory memory ? memory : UNBOUNDED;
  }
}
