package io.journeystats.tenant;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/**
 * The sessions of the web application. A session is a signed token that names an API key, so open
 * sessions need no storage. It ends when it expires, when its key is revoked, or when the user
 * signs out, which is recorded in {@link EndedSessions}.
 */
public final class Sessions {
  private static final int SECRET_BYTES = 32;

  private final HmacKey secret;
  private final Duration lifetime;
  private final InstantSource clock;

  /**
   * Creates the sessions.
   *
   * @param secret the signing secret shared by all instances; if empty or blank, a random one,
   *     whose sessions end with this instance
   * @param lifetime the duration of a session
   * @param clock the clock
   */
  public Sessions(Optional<String> secret, Duration lifetime, InstantSource clock) {
    this.secret =
        new HmacKey(
            secret
                .filter(text -> !text.isBlank())
                .map(text ->
                    HashUtil.getMessageDigest("SHA-256")
                        .digest(text.strip().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(Sessions::random));
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /**
   * A new session.
   *
   * @param token the cookie's value
   * @param expiresAt when the session ends
   */
  record Session(String token, Instant expiresAt) {}

  /**
   * A session that has not expired.
   *
   * @param id the session's id
   * @param keyId the id of the API key that signed in
   * @param begunAt when it started, in whole seconds
   */
  record Open(String id, String keyId, Instant begunAt) {}

  /** Returns the duration of a session. */
  public Duration lifetime() {
    return lifetime;
  }

  /** Creates a session for an API key. */
  Session begin(String keyId) {
    // JWT times are in seconds.
    Instant end = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    JwtClaims claims = new JwtClaims();
    claims.setSubject(keyId);
    claims.setGeneratedJwtId();
    claims.setIssuedAt(NumericDate.fromMilliseconds(clock.millis()));
    claims.setExpirationTime(NumericDate.fromMilliseconds(end.toEpochMilli()));
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signature.setKey(secret);
    signature.setPayload(claims.toJson());
    try {
      return new Session(signature.getCompactSerialization(), end);
    } catch (JoseException impossible) {
      throw new IllegalStateException("HMAC-SHA-256 is missing", impossible);
    }
  }

  /** Verifies a token; empty if it is invalid or expired. */
  Optional<Open> open(String token) {
    JwtConsumer consumer =
        new JwtConsumerBuilder()
            .setVerificationKey(secret)
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
            .setRequireSubject()
            .setRequireExpirationTime()
            .setRequireJwtId()
            .setRequireIssuedAt()
            .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
            .build();
    try {
      JwtClaims claims = consumer.processToClaims(token);
      return Optional.of(
          new Open(
              claims.getJwtId(),
              claims.getSubject(),
              Instant.ofEpochSecond(claims.getIssuedAt().getValue())));
    } catch (InvalidJwtException | MalformedClaimException _) {
      return Optional.empty();
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
