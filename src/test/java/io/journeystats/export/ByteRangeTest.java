package io.journeystats.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-9, 0, 9",
    "bytes=3-, 3, 9",
    "bytes=9-, 9, 9",
    "bytes=4-1000, 4, 9",
    "bytes=-3, 7, 9",
    "bytes=-1000, 0, 9",
    "' bytes=1-2 ', 1, 2"
  })
  void partsOfTenBytes(String header, long from, long to) {
    assertThat(ByteRange.read(header, 10)).isEqualTo(new ByteRange.Part(new ByteRange(from, to)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes=",
        "bytes=-",
        "bytes=5-4",
        "bytes=0-1,3-4",
        "items=0-1",
        "bytes=a-b",
        "bytes=9999999999999999999-"
      })
  void whatIsNoSingleRangeIsIgnored(String header) {
    assertThat(ByteRange.read(header, 10)).isEqualTo(new ByteRange.Whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=999999999999999999-"})
  void whatLiesBeyondIsRefused(String header) {
    assertThat(ByteRange.read(header, 10)).isEqualTo(new ByteRange.Beyond());
  }

  @Test
  void noHeaderMeansAll() {
    assertThat(ByteRange.read(null, 10)).isEqualTo(new ByteRange.Whole());
  }

  @Test
  void anEmptyFileHasNoParts() {
    assertThat(ByteRange.read("bytes=0-", 0)).isEqualTo(new ByteRange.Beyond());
  }
}
