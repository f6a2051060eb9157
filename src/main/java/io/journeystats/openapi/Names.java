package io.journeystats.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of types made from names on the wire. */
final class Names {
  private Names() {}

  /** The name that {@code @Schema} gives a type, or its own. */
  static String of(Class<?> type) {
    Schema words = type.getAnnotation(Schema.class);
    return words == null || words.name().isEmpty() ? type.getSimpleName() : words.name();
  }

  /** {@code MessageSent} of {@code message_sent}. */
  static String capitalized(String key) {
    return Arrays.stream(key.split("_", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
