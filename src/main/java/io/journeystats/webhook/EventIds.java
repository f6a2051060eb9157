package io.journeystats.webhook;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;

/** Ids of events that are the same whenever a provider reports the same. */
final class EventIds {
  private EventIds() {}

  /**
   * The id of an event.
   *
   * @param provider who reports it
   * @param parts what makes it one event to the provider
   */
  static String of(String provider, String... parts) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (String part : parts) {
      // With its length, so that no other parts read the same.
      hasher.putInt(part.length()).putUnencodedChars(part);
    }
    return provider + "-" + hasher.hash();
  }
}
