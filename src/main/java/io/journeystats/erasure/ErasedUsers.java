package io.journeystats.erasure;

import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The erased users of one tenant, as seen by one request. Not thread-safe: it caches the users that
 * were looked up.
 */
public final class ErasedUsers {
  private static final long NEVER = Long.MIN_VALUE;

  private final TenantId tenant;
  private final @Nullable Map<UserHash, Long> boundaries;
  private final Map<String, Long> cached = new HashMap<>();

  ErasedUsers(TenantId tenant, @Nullable Map<UserHash, Long> boundaries) {
    this.tenant = tenant;
    this.boundaries = boundaries;
  }

  /** Returns whether a user's events with the given time are erased. */
  public boolean isErased(String userId, Instant time) {
    return time.toEpochMilli() < boundary(userId);
  }

  /** Returns whether a user was ever erased. */
  public boolean isKnown(String userId) {
    return boundary(userId) != NEVER;
  }

  private long boundary(String userId) {
    Map<UserHash, Long> known = boundaries;
    return known == null
        ? NEVER
        : cached.computeIfAbsent(userId, id -> known.getOrDefault(UserHash.of(tenant, id), NEVER));
  }
}
