package io.journeystats.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Europe/Berlin",
    "UTC, UTC",
    "EST5EDT, EST5EDT",
    "Etc/GMT+5, Etc/GMT+5",
    "US/Eastern, US/Eastern",
    // Names of the IANA database that Java lacks.
    "EST, America/Panama",
    "MST, America/Phoenix",
    "HST, Pacific/Honolulu",
    "ROC, Asia/Taipei",
    "GMT+0, Etc/GMT",
    "GMT-0, Etc/GMT"
  })
  void findsTheNamesOfTheDatabase(String name, ZoneId zone) {
    assertThat(TimeZones.find(name)).contains(zone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SystemV/EST5",
        "SystemV/PST8PDT",
        "europe/berlin",
        "+02:00",
        "GMT+2",
        "UTC+2",
        "PST",
        "CST",
        "Z",
        "Europe/Atlantis",
        " UTC"
      })
  void findsNoOtherNames(String name) {
    assertThat(TimeZones.find(name)).isEmpty();
  }
}
