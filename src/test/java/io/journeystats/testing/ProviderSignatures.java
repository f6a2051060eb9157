package io.journeystats.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A generator of the signatures of messaging providers, by their documentation. */
public final class ProviderSignatures {
  private ProviderSignatures() {}

  /** A new key pair on a curve, such as {@code secp256r1}. */
  public static KeyPair keys(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A public key in the format that SendGrid displays. */
  public static String shown(KeyPair keys) {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  /** SendGrid's signature. */
  public static String sendGrid(PrivateKey key, String timestamp, byte[] body) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(timestamp.getBytes(StandardCharsets.US_ASCII));
      signature.update(body);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Twilio's signature of a URL followed by the form's sorted fields. */
  public static String twilio(String token, String signed) {
    byte[] code = code("HmacSHA1", token, signed.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(code);
  }

  /** Meta's signature. */
  public static String meta(String secret, byte[] body) {
    return "sha256=" + HexFormat.of().formatHex(code("HmacSHA256", secret, body));
  }

  private static byte[] code(String algorithm, String secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
