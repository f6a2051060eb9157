package io.journeystats.app;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code admin}.
 *
 * @param hosts the allowed host names of the admin port, separated by commas, in addition to those
 *     of the loopback interface
 */
record AdminSettings(@Nullable String hosts) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  static AdminSettings defaults() {
    return new AdminSettings(null);
  }

  /** Returns the host names in lowercase. */
  ImmutableSet<String> names() {
    return ImmutableSet.<String>builder()
        .addAll(LOOPBACK)
        .addAll(
            Splitter.on(',')
                .trimResults()
                .omitEmptyStrings()
                .split(hosts == null ? "" : hosts.toLowerCase(Locale.ROOT)))
        .build();
  }
}
