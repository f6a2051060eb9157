package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The campaign statistics as a caller gets them: asked for, waited for, downloaded, and read. */
final class CampaignFile {
  /** What a row has before its numbers. */
  static final List<String> HEAD =
      List.of("Title", "Status", "Created", "Category", "Type", "UUID");

  private CampaignFile() {}

  /** The numbers of each journey by its id, as text under the titles of their columns. */
  static ObjectNode numbers(Client reader, ObjectNode question) {
    ObjectNode byJourney = Json.object();
    for (CSVRecord record : read(download(reader, question))) {
      ObjectNode row = Json.object();
      record.getParser().getHeaderNames().stream()
          .filter(title -> !HEAD.contains(title))
          .forEach(title -> row.put(title, record.get(title)));
      byJourney.set(record.get("UUID"), row);
    }
    return byJourney;
  }

  /** The text of the file. */
  static String download(Client reader, ObjectNode question) {
    JsonNode job = finished(reader, reader.post("exports", question).json(202));
    assertThat(job.get("status").textValue()).as("%s", job).isEqualTo("ready");
    Answer file = reader.get("exports/" + job.get("id").textValue() + "/file");
    assertThat(file.status()).as("%s", file).isEqualTo(200);
    return file.body();
  }

  /** The job as it ended. */
  static JsonNode finished(Client reader, JsonNode accepted) {
    return Waiting.until(
        () -> reader.get("exports/" + accepted.get("id").textValue()).json(200),
        job -> !job.get("status").textValue().matches("queued|running"));
  }

  /** The records of a file with a header. */
  static List<CSVRecord> read(String text) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
