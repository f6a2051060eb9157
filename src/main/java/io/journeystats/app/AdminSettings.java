package io.journeystats.app;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code admin} of the configuration, as written.
 *
 * @param hosts the names, separated by commas, that the admin port may be asked by; always also
 *     those of this machine alone
 */
record AdminSettings(@Nullable String hosts) {
  private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  static AdminSettings defaults() {
    return new AdminSettings(null);
  }

  /** The names, in small letters. */
  ImmutableSet<String> names() {
    return ImmutableSet.<String>builder()
        .addAll(OWN)
        .addAll(
            Splitter.on(',')
                .trimResults()
                .omitEmptyStrings()
                .split(hosts == null ? "" : hosts.toLowerCase(Locale.ROOT)))
        .build();
  }
}
