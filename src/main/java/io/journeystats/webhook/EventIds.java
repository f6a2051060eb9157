package io.journeystats.webhook;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;

/** A generator of stable event ids, so that repeated reports have the same id. */
final class EventIds {
  private EventIds() {}

  /**
   * Returns the id of an event.
   *
   * @param provider the provider that reports it
   * @param parts the values that identify the event at the provider
   */
  static String of(String provider, String... parts) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (String part : parts) {
      // The length keeps the boundaries of parts unambiguous.
      hasher.putInt(part.length()).putUnencodedChars(part);
    }
    return provider + "-" + hasher.hash();
  }
}
