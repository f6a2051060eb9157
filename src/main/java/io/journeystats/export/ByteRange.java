package io.journeystats.export;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file's bytes, as a {@code Range} header asks for it; source: RFC 9110, section 14.
 *
 * @param from the first byte
 * @param to the last byte, included
 */
record ByteRange(long from, long to) {
  /** More digits make a number that no file reaches. */
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** What a header asks of a file. */
  sealed interface Asked {}

  /** All of it. */
  record Whole() implements Asked {}

  /**
   * A part of it.
   *
   * @param range which part
   */
  record Part(ByteRange range) implements Asked {}

  /** Nothing that it has. */
  record Beyond() implements Asked {}

  /**
   * What is asked of a file of that size. Several ranges at once, other units, and what cannot be
   * read are ignored, as the RFC has it.
   */
  static Asked read(@Nullable String header, long size) {
    Matcher asked = ONE_RANGE.matcher(header == null ? "" : header.strip());
    if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
      return new Whole();
    }
    Optional<Long> first = number(asked.group(1));
    Optional<Long> last = number(asked.group(2));
    if (first.isEmpty()) {
      return part(Math.max(0, size - last.orElseThrow()), size - 1, size);
    }
    if (last.isPresent() && last.get() < first.get()) {
      return new Whole();
    }
    return part(first.get(), Math.min(last.orElse(size - 1), size - 1), size);
  }

  private static Asked part(long from, long to, long size) {
    return from < size && from <= to ? new Part(new ByteRange(from, to)) : new Beyond();
  }

  private static Optional<Long> number(String digits) {
    return digits.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(digits));
  }

  /** How many bytes it has. */
  long length() {
    return to - from + 1;
  }
}
