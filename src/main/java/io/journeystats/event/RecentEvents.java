package io.journeystats.event;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A cache of the 128-bit hashes of recently stored events, whose retries change no answer. An event
 * replaces another one in the same slot, so some events are forgotten early.
 */
final class RecentEvents {
  /** Takes 4 MiB, and holds two minutes of 2,000 events per second. */
  private static final int SLOTS = 1 << 18;

  /** Seeded at every start, so that a sender cannot construct events that replace each other. */
  private static final HashFunction HASH = Hashing.goodFastHash(2 * Long.SIZE);

  private static final byte NO_CHANNEL = 0;

  private final AtomicLongArray slots = new AtomicLongArray(2 * SLOTS);

  /**
   * Events that are not in the cache.
   *
   * @param events the events
   * @param hashes the hash of each event
   */
  record Unknown(List<Event> events, List<ByteBuffer> hashes) {}

  /** Returns the events that are not in the cache. */
  Unknown unknown(TenantId tenant, List<Event> events) {
    List<Event> unknown = new ArrayList<>();
    List<ByteBuffer> hashes = new ArrayList<>();
    for (Event event : events) {
      ByteBuffer hash = hash(tenant, event);
      if (!isKnown(hash)) {
        unknown.add(event);
        hashes.add(hash);
      }
    }
    return new Unknown(unknown, hashes);
  }

  /** Adds events that were stored. */
  void add(Unknown stored) {
    for (ByteBuffer hash : stored.hashes()) {
      int slot = slot(hash);
      slots.set(slot, hash.getLong(0));
      slots.set(slot + 1, hash.getLong(Long.BYTES));
    }
  }

  private boolean isKnown(ByteBuffer hash) {
    int slot = slot(hash);
    return slots.get(slot) == hash.getLong(0) && slots.get(slot + 1) == hash.getLong(Long.BYTES);
  }

  private static int slot(ByteBuffer hash) {
    return 2 * (hash.getInt(0) & (SLOTS - 1));
  }

  /** Covers every field, so that an event with different content is a different event. */
  private static ByteBuffer hash(TenantId tenant, Event event) {
    Hasher hasher =
        HASH.newHasher()
            .putByte(event.type().code())
            .putLong(event.time().toEpochMilli())
            .putByte(event.channel().map(Channel::code).orElse(NO_CHANNEL));
    event
        .journey()
        .map(JourneyId::value)
        .ifPresent(journey ->
            hasher
                .putLong(journey.getMostSignificantBits())
                .putLong(journey.getLeastSignificantBits()));
    for (String text :
        List.of(
            tenant.value(),
            event.eventId(),
            event.userId(),
            event.hwid(),
            event.stepId(),
            event.messageId(),
            event.goalId(),
            event.reason(),
            event.eventName(),
            event.linkUrl(),
            event.machine().map(String::valueOf).orElse(""),
            event.userAgent(),
            event.arm(),
            event.properties())) {
      hasher.putInt(text.length()).putUnencodedChars(text);
    }
    return ByteBuffer.wrap(hasher.hash().asBytes());
  }
}
