package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a tenant: 1 to 64 lowercase letters, digits, {@code -} and {@code _}.
 *
 * @param value the id
 */
public record TenantId(@JsonValue String value) implements Comparable<TenantId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  /** Validates the id. */
  @JsonCreator
  public TenantId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a tenant id: " + value);
    }
  }

  /** Returns whether a text is a valid tenant id. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** Parses an id; empty if it is invalid. */
  public static Optional<TenantId> find(String text) {
    return isValid(text) ? Optional.of(new TenantId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(TenantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
