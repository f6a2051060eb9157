package io.journeystats.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Utilities for public keys on the curve P-256 and their ECDSA signatures. */
final class EcdsaKeys {
  private static final int BITS = 256;

  private EcdsaKeys() {}

  /**
   * Parses a public key in Base64 of its X.509 encoding.
   *
   * @throws IllegalArgumentException if the text is not such a key
   */
  static PublicKey parse(String text) {
    try {
      byte[] encoded = Base64.getDecoder().decode(text.strip());
      PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
      if (key instanceof ECPublicKey onCurve
          && onCurve.getParams().getCurve().getField().getFieldSize() == BITS) {
        return key;
      }
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      // Treated like a key of another kind.
    }
    throw new IllegalArgumentException("must be a public key on P-256 in Base64");
  }

  /** Whether a Base64 signature is valid for the timestamp followed by the body. */
  static boolean verify(PublicKey key, String signature, String timestamp, byte[] body) {
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key);
      verifier.update(timestamp.getBytes(StandardCharsets.UTF_8));
      verifier.update(body);
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (SignatureException | IllegalArgumentException _) {
      // Not even well-formed.
      return false;
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has ECDSA on P-256", impossible);
    }
  }
}
