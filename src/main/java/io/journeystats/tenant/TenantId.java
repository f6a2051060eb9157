package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of one customer of the service: 1 to 64 lower-case letters, digits, {@code -} and {@code
 * _}.
 *
 * @param value the id's text
 */
public record TenantId(@JsonValue String value) implements Comparable<TenantId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  /** Checks the form. */
  @JsonCreator
  public TenantId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a tenant id: " + value);
    }
  }

  /** Tells whether a text has the form of a tenant id. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** The id in its text form; empty where the text has not the form of one. */
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
