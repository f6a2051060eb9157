package io.journeystats.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that a tenant, its provider and this service share. It never appears in text output. */
final class Secret {
  private final byte[] text;

  /**
   * Creates a secret.
   *
   * @throws IllegalArgumentException if the text is blank, since anyone could then sign requests
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Secret(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("must not be blank");
    }
    // The configuration parser leaves the placeholder of a variable that is not set.
    if (text.startsWith("${")) {
      throw new IllegalArgumentException("names an environment variable that is not set");
    }
    this.text = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Compares a text with the secret in constant time. */
  boolean is(String claimed) {
    return MessageDigest.isEqual(text, claimed.getBytes(StandardCharsets.UTF_8));
  }

  /** The message authentication code of a message. */
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
