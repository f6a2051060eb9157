package io.journeystats.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportRequestTest {
  /** Both days are included, whatever time the clocks show. */
  @ParameterizedTest
  @CsvSource({
    "all, , , UTC, all",
    "today, 2026-03-09T04:00:00Z, 2026-03-10T04:00:00Z, America/New_York, 2026-03-09 to 2026-03-09",
    "7d, 2026-03-03T05:00:00Z, 2026-03-10T04:00:00Z, America/New_York, 2026-03-03 to 2026-03-09",
    "custom, 2026-05-11T18:15:00Z, 2026-05-13T18:15:00Z, Asia/Kathmandu, 2026-05-12 to 2026-05-13",
    "custom, 2024-04-25T22:00:00Z, 2024-04-26T21:00:00Z, Africa/Cairo, 2024-04-26 to 2024-04-26"
  })
  void aFilesNameHasItsDays(
      String name, @Nullable Instant from, @Nullable Instant to, String zone, String days) {
    ExportRequest question =
        new ExportRequest(
            ExportKind.JOURNEYS,
            name,
            Optional.ofNullable(from),
            Optional.ofNullable(to),
            zone,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ExportFilters.NONE,
            Optional.empty());
    assertThat(question.days()).isEqualTo(days);
  }
}
