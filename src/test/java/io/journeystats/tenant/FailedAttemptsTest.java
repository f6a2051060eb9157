package io.journeystats.tenant;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.journeystats.http.TryAgainException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {
  private final FailedAttempts attempts =
      new FailedAttempts(new AttemptLimit(2, Duration.ofHours(1)));

  private void isRefused(String address) {
    assertThatExceptionOfType(TryAgainException.class).isThrownBy(() -> attempts.count(address));
  }

  private void isCounted(String address) {
    assertThatCode(() -> attempts.count(address)).doesNotThrowAnyException();
  }

  @Test
  void limitsEachAddressSeparately() {
    isCounted("192.0.2.1");
    isCounted("192.0.2.1");
    isRefused("192.0.2.1");
    isCounted("192.0.2.2");
    isCounted("");
  }

  @Test
  void limitsAnIpv6NetworkAsOneAddress() {
    isCounted("2001:db8:1:2::1");
    isCounted("2001:db8:1:2:ffff::2");
    isRefused("2001:db8:1:2::3");
    isCounted("2001:db8:1:3::1");
  }
}
