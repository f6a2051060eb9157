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
 * Sessions of people who signed in with a key: tokens that name the key and are signed, so that
 * nothing is kept of those that are open. A session ends with its time, with its key, or when it is
 * signed out of; only then it is known to {@link EndedSessions}.
 */
public final class Sessions {
  private static final int SECRET_BYTES = 32;

  private final HmacKey secret;
  private final Duration lifetime;
  private final InstantSource clock;

  /**
   * Sessions signed with a secret.
   *
   * @param secret what several instances have in common; empty or blank for one of this instance
   *     alone, whose sessions end with it
   * @param lifetime how long a session lasts
   * @param clock tells when it ends
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
   * A session.
   *
   * @param token what its cookie holds
   * @param expiresAt when it ends
   */
  record Session(String token, Instant expiresAt) {}

  /**
   * A session that has not ended by itself.
   *
   * @param id its own id
   * @param keyId the id of the key that it was begun with
   * @param begunAt when, in whole seconds
   */
  record Open(String id, String keyId, Instant begunAt) {}

  /** How long a session lasts. */
  public Duration lifetime() {
    return lifetime;
  }

  /** Begins a session of whoever holds a key. */
  Session begin(String keyId) {
    // Tokens tell times in seconds.
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
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
    }
  }

  /** The session of a token; empty where there is none, or it has ended by itself. */
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
