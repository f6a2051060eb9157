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
 * The events that were stored last, as 128-bit hashes: one that is sent again changes no answer. An
 * event makes room for another that falls on its place, so some are forgotten early.
 */
final class RecentEvents {
  /** Takes 4 MiB, and holds two minutes of 2,000 events a second. */
  private static final int PLACES = 1 << 18;

  /** Differs from start to start, so that nobody can send events that take each other's place. */
  private static final HashFunction HASH = Hashing.goodFastHash(2 * Long.SIZE);

  private static final byte NO_CHANNEL = 0;

  private final AtomicLongArray places = new AtomicLongArray(2 * PLACES);

  /**
   * Events that are not among those that were stored last.
   *
   * @param events the events
   * @param hashes the hash of each
   */
  record Unknown(List<Event> events, List<ByteBuffer> hashes) {}

  /** The events that are not among those that were stored last. */
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

  /** Notes that events were stored. */
  void add(Unknown stored) {
    for (ByteBuffer hash : stored.hashes()) {
      int place = place(hash);
      places.set(place, hash.getLong(0));
      places.set(place + 1, hash.getLong(Long.BYTES));
    }
  }

  private boolean isKnown(ByteBuffer hash) {
    int place = place(hash);
    return places.get(place) == hash.getLong(0)
        && places.get(place + 1) == hash.getLong(Long.BYTES);
  }

  private static int place(ByteBuffer hash) {
    return 2 * (hash.getInt(0) & (PLACES - 1));
  }

  /** Of all that an event says, so that one that says something else is another. */
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
