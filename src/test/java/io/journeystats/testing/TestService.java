package io.journeystats.testing;

import java.net.URI;
import java.time.Instant;

/**
 * The service under test, running in this JVM on a real ClickHouse with a clock that the test sets.
 */
public final class TestService {
  private TestService() {}

  /** The one instance of this JVM, started when first asked for. */
  public static TestService shared() {
    throw new UnsupportedOperationException("the service's fixture is not written yet");
  }

  /** Where the API is, with a slash at the end: {@code http://127.0.0.1:1234/api/v1/}. */
  public URI baseUri() {
    throw new UnsupportedOperationException("the service's fixture is not written yet");
  }

  /** The key of role operator. */
  public String operatorKey() {
    throw new UnsupportedOperationException("the service's fixture is not written yet");
  }

  /** Makes the service's clock stand at that instant. */
  public void setClock(Instant now) {
    throw new UnsupportedOperationException("the service's fixture is not written yet");
  }
}
