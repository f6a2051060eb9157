package io.journeystats.exactness;

import io.journeystats.testing.TestService;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The service that is put to the proof, wherever it runs. */
interface ServiceUnderTest {

  /** Where the API is, with a slash at the end. */
  URI baseUri();

  /** The key of role operator. */
  String operatorKey();

  /** Makes the clock stand at the instant where that is possible; answers the time it then is. */
  Instant setClock(Instant wanted);

  /** The time it is. */
  Instant now();

  /** Waits until the rollup holds all events accepted so far, where that can be seen. */
  void awaitRollup();

  /** Brings the store to where it comes by itself once nothing comes in any more. */
  void settle();

  /**
   * The service at {@code JOURNEY_STATS_TEST_URL} (operator key: {@code
   * JOURNEY_STATS_OPERATOR_KEY}), or one started in this JVM where that variable is not set.
   */
  static ServiceUnderTest find() {
    return Optional.ofNullable(System.getenv("JOURNEY_STATS_TEST_URL"))
        .<ServiceUnderTest>map(url ->
            new Running(
                URI.create(url.replaceFirst("(/api/v1)?/*$", "/api/v1/")),
                Objects.requireNonNull(System.getenv("JOURNEY_STATS_OPERATOR_KEY"))))
        .orElseGet(() -> new Own(TestService.shared()));
  }

  /** Whether the time of answers is known: a service elsewhere has the real clock. */
  static boolean isClockSet() {
    return System.getenv("JOURNEY_STATS_TEST_URL") == null;
  }

  /** A service that runs elsewhere, by the real clock. */
  record Running(URI baseUri, String operatorKey) implements ServiceUnderTest {
    @Override
    public Instant setClock(Instant wanted) {
      return now();
    }

    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public void awaitRollup() {
      // Its answers are the same without it.
    }

    @Override
    public void settle() {
      // So are they without this.
    }
  }

  /** A service in this JVM, whose clock stands still. */
  final class Own implements ServiceUnderTest {
    private final TestService service;
    private Instant now = Instant.EPOCH;

    Own(TestService service) {
      this.service = service;
    }

    @Override
    public URI baseUri() {
      return service.baseUri();
    }

    @Override
    public String operatorKey() {
      return service.operatorKey();
    }

    @Override
    public Instant setClock(Instant wanted) {
      service.setClock(wanted);
      now = wanted;
      return now;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void awaitRollup() {
      service.awaitRollup();
    }

    @Override
    public void settle() {
      service.settle();
    }
  }
}
