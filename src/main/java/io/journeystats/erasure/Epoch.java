package io.journeystats.erasure;

import io.journeystats.clickhouse.StoreUnavailableException;
import java.util.Optional;

/**
 * What answers of a tenant have in common with which the same users are erased.
 *
 * @param number another one after each erasure
 * @param failure why it is not known whether another instance has erased a user since; empty where
 *     that is known
 */
public record Epoch(long number, Optional<StoreUnavailableException> failure) {
  /** That of a tenant of whose users none is ever erased. */
  public static final Epoch ONLY = new Epoch(0, Optional.empty());
}
