package io.journeystats.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.journey.JourneyId;
import io.journeystats.query.EventSource;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ElapsedMomentsTest {
  private static final Instant NOW = Instant.parse("2026-05-12T14:02:03.004Z");
  private static final EventSource JOURNEY = journey("shop", 1);

  private final ElapsedMoments moments = new ElapsedMoments(Duration.ofSeconds(10));

  private static EventSource journey(String tenant, int number) {
    return new EventSource(new TenantId(tenant), Optional.of(new JourneyId(new UUID(0, number))));
  }

  @Test
  void aMomentStaysForItsLifetime() {
    assertThat(moments.at(JOURNEY, NOW)).isEqualTo(NOW);
    assertThat(moments.at(JOURNEY, NOW.plusMillis(9_999))).isEqualTo(NOW);
    assertThat(moments.at(JOURNEY, NOW.plusSeconds(10))).isEqualTo(NOW.plusSeconds(10));
    assertThat(moments.at(JOURNEY, NOW.plusSeconds(19))).isEqualTo(NOW.plusSeconds(10));
  }

  @Test
  void eachJourneyOfEachTenantHasItsOwn() {
    assertThat(moments.at(JOURNEY, NOW)).isEqualTo(NOW);
    Instant later = NOW.plusSeconds(1);
    assertThat(moments.at(journey("shop", 2), later)).isEqualTo(later);
    assertThat(moments.at(journey("other", 1), later)).isEqualTo(later);
    assertThat(moments.at(JOURNEY, later)).isEqualTo(NOW);
  }

  @Test
  void noneIsAfterNow() {
    assertThat(moments.at(JOURNEY, NOW)).isEqualTo(NOW);
    Instant earlier = NOW.minusMillis(1);
    assertThat(moments.at(JOURNEY, earlier)).isEqualTo(earlier);
  }
}
