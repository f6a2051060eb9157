package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The example in {@code worked-example/}, small enough to check by hand. */
final class WorkedExample {
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  static final Instant NOW = Instant.parse("2026-03-09T18:00:00Z");

  private static final String FOLDER = "/worked-example/";

  /** A question and the answer worked out by hand. */
  record Expected(String name, String ask, JsonNode answer) {
    @Override
    public String toString() {
      return name;
    }
  }

  private WorkedExample() {}

  static JsonNode journey() {
    return Json.resource(FOLDER + "journey.json");
  }

  /** The file of events as it is. */
  static byte[] csv() {
    try (InputStream file = WorkedExample.class.getResourceAsStream(FOLDER + "events.csv")) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ObjectNode> events() {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader file =
            new InputStreamReader(
                Objects.requireNonNull(
                    WorkedExample.class.getResourceAsStream(FOLDER + "events.csv")),
                StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.builder().setReader(file).setFormat(format).get()) {
      return rows.stream().map(WorkedExample::event).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty cell is a field that the event lacks. */
  private static ObjectNode event(CSVRecord row) {
    ObjectNode event = Json.object();
    row.toMap()
        .forEach((field, text) -> {
          if (field.equals("properties") && !text.isEmpty()) {
            event.set(field, Json.read(text));
          } else if (!text.isEmpty()) {
            event.put(field, text);
          }
        });
    return event;
  }

  static Stream<Expected> expected() {
    try (Stream<Path> files =
        Files.list(
            Path.of(
                Objects.requireNonNull(WorkedExample.class.getResource(FOLDER + "expected"))
                    .toURI()))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream()
          .map(WorkedExample::expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Expected expected(String file) {
    JsonNode json = Json.resource(FOLDER + "expected/" + file);
    return new Expected(file, json.get("ask").textValue(), json.get("answer"));
  }
}
