package io.journeystats.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
  private final Sessions sessions = sessions(Optional.of("a secret of several instances"));

  private Sessions sessions(Optional<String> secret) {
    return new Sessions(secret, Duration.ofHours(1), now::get);
  }

  @Test
  void aSessionNamesItsKeyUntilItExpires() {
    Sessions.Session session = sessions.begin("key-1");
    assertThat(session.expiresAt()).isEqualTo("2026-03-01T13:00:00Z");
    assertThat(sessions.open(session.token())).map(Sessions.Open::keyId).contains("key-1");
    now.set(session.expiresAt().minusSeconds(1));
    assertThat(sessions.open(session.token())).map(Sessions.Open::keyId).contains("key-1");
    now.set(session.expiresAt().plusSeconds(1));
    assertThat(sessions.open(session.token())).isEmpty();
  }

  @Test
  void instancesWithTheSameSecretAcceptEachOthersSessions() {
    String token = sessions.begin("key-1").token();
    assertThat(sessions(Optional.of("a secret of several instances")).open(token))
        .map(Sessions.Open::keyId)
        .contains("key-1");
    assertThat(sessions(Optional.of("another secret")).open(token)).isEmpty();
    assertThat(sessions(Optional.empty()).open(token)).isEmpty();
    String ofOne = sessions(Optional.of(" ")).begin("key-1").token();
    assertThat(sessions(Optional.of(" ")).open(ofOne)).isEmpty();
  }

  @Test
  void rejectsForgedTokens() {
    List<String> parts = Splitter.on('.').splitToList(sessions.begin("key-1").token());
    String others = encode("{\"sub\":\"key-2\",\"exp\":4102444800}");
    for (String forged :
        List.of(
            "",
            "nonsense",
            "..",
            parts.get(0) + "." + others + "." + parts.get(2),
            encode("{\"alg\":\"none\"}") + "." + others + ".",
            parts.get(0) + "." + parts.get(1) + ".",
            parts.get(0) + "." + parts.get(1))) {
      assertThat(sessions.open(forged)).as(forged).isEmpty();
    }
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
