package io.journeystats.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

final class RecordCountTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "\"",
          "\r\n",
          "\n",
          ",",
          "",
          "eleven more",
          "\u00e9\ud83d\ude00",
          "\u008a",
          "\u0122");

  @Test
  void countsAsAReaderOfTheFileDoes() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      String file = file(random);
      byte[] bytes = ("?" + file).getBytes(StandardCharsets.UTF_8);
      RecordCount count = new RecordCount();
      int offset = 1;
      while (offset < bytes.length) {
        int length = Math.min(bytes.length - offset, random.nextInt(40));
        count.add(bytes, offset, length);
        offset += length;
      }
      assertThat(count.records()).as(file).isEqualTo(records(file));
    }
  }

  private static String file(Random random) {
    StringBuilder file = new StringBuilder();
    for (int record = random.nextInt(20); record > 0; record--) {
      file.append(CSVFormat.RFC4180.format("id", text(random), record, text(random)))
          .append("\r\n");
    }
    return file.toString();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int piece = random.nextInt(6); piece > 0; piece--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static long records(String file) throws IOException {
    return CSVFormat.RFC4180.parse(new StringReader(file)).stream().count();
  }
}
