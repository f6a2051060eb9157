package io.journeystats.tenant;

import io.journeystats.http.InputErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The unvalidated request for a session.
 *
 * @param key an API key's secret
 */
record SessionForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String key) {
  private static final int LONGEST_KEY = 1_000;

  /** Validates the form and returns the secret. */
  String checked() {
    InputErrors errors = new InputErrors();
    String text = errors.text("key", key, LONGEST_KEY);
    errors.throwIfAny();
    return text.strip();
  }
}
