package io.journeystats.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A text that only a tenant, its provider and this service know; it shows itself nowhere. */
final class Secret {
  private final byte[] text;

  /**
   * Keeps a secret.
   *
   * @throws IllegalArgumentException where it is none: with an empty one, anybody could sign
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Secret(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("must not be blank");
    }
    // What the configuration's reader leaves where a variable is not set.
    if (text.startsWith("${")) {
      throw new IllegalArgumentException("names an environment variable that is not set");
    }
    this.text = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Tells whether that is the secret, in a time that tells nothing about where it differs. */
  boolean is(String claimed) {
    return MessageDigest.isEqual(text, claimed.getBytes(StandardCharsets.UTF_8));
  }

  /** The code that only those who know the secret can make of a message. */
  byte[] sign(String algorithm, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(text, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + algorithm, impossible);
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
