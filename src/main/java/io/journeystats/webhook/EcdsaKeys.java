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

/** Public keys on the curve P-256, and what is signed with their private halves. */
final class EcdsaKeys {
  private static final int BITS = 256;

  private EcdsaKeys() {}

  /**
   * The key that a text stands for: Base64 of its X.509 form.
   *
   * @throws IllegalArgumentException where it stands for none
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
      // The same as a key of another kind.
    }
    throw new IllegalArgumentException("must be a public key on P-256 in Base64");
  }

  /** Tells whether a signature in Base64 was made of the timestamp and the body after it. */
  static boolean hasSigned(PublicKey key, String signature, String timestamp, byte[] body) {
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key);
      verifier.update(timestamp.getBytes(StandardCharsets.UTF_8));
      verifier.update(body);
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (SignatureException | IllegalArgumentException _) {
      // It has not even the form of a signature.
      return false;
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has ECDSA on P-256", impossible);
    }
  }
}
