package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.journeystats.http.FieldError;
import io.journeystats.http.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<RawEventField> FIELDS = List.of(RawEventField.values());
  private static final String HEADER = "event_id,type,time,user_id,properties\n";

  /** The parts of random texts, some of which become longer than a field may be. */
  private static final List<String> PARTS =
      List.of(
          ",",
          "\"",
          "\n",
          "\r\n",
          "\r",
          " ",
          "\t",
          "\\",
          "'",
          "#",
          "a",
          "é",
          "😀",
          "\u0000",
          "\uFEFF",
          "\uFFFE",
          "x".repeat(70));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aCsvRecordEqualsTheJsonObject(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder csv = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    csv.append(csvRecord(FIELDS.stream().map(RawEventField::key).toList()));
    for (int number = 0; number < 200; number++) {
      List<String> texts = FIELDS.stream().map(field -> text(field, random)).toList();
      csv.append(csvRecord(texts));
      lines.append(object(texts)).append('\n');
    }
    assertThat(describe(read(csv.toString())))
        .isEqualTo(describe(EventDecoder.lines(bytes(lines.toString()))))
        .hasSize(200);
  }

  private static String csvRecord(List<String> cells) {
    return CSVFormat.DEFAULT.format(cells.toArray()) + "\r\n";
  }

  private static String text(RawEventField field, SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int part = random.nextInt(6); part >= 0; part--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    if (field == RawEventField.MACHINE) {
      return Boolean.toString(random.nextBoolean());
    }
    return field == RawEventField.PROPERTIES
        ? JSON.createObjectNode().put("a", text.toString()).put("b", 1e300).toPrettyString()
        : text.toString();
  }

  private static String object(List<String> texts) throws JsonProcessingException {
    ObjectNode object = JSON.createObjectNode();
    for (int index = 0; index < texts.size(); index++) {
      RawEventField field = FIELDS.get(index);
      String text = texts.get(index);
      if (!text.isEmpty()) {
        object.set(
            field.key(),
            field == RawEventField.PROPERTIES || field == RawEventField.MACHINE
                ? JSON.readTree(text)
                : new TextNode(text));
      }
    }
    return JSON.writeValueAsString(object);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a,custom|event must have 5 cells like the header, but has 2",
        "a,custom,2026-05-05T00:00:00Z,u,{},|event must have 5 cells like the header, but has 6",
        "\"a\"b,,,,|event must be one CSV record, with quotes only around whole cells",
        "a,,,,5|properties must be a JSON object",
        "a,,,,{} {}|properties must be exactly one JSON object"
      })
  void anInvalidRecordDoesNotAffectOthers(String record, String fault) {
    List<SubmittedEvent> events = read(HEADER + "before,,,,\n" + record + "\nbehind,,,,\n");
    assertThat(events).hasSize(3);
    assertThat(faults(events.get(1))).containsExactly(fault);
    for (int beside : new int[] {0, 2}) {
      assertThat(events.get(beside).raw().errors()).isEmpty();
    }
    assertThat(events.get(2).raw().text(RawEventField.EVENT_ID)).isEqualTo("behind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{]", "{", "no", "{'a': 1}"})
  void propertiesThatAreNotJsonAreRejected(String properties) {
    List<SubmittedEvent> events = read(HEADER + "a,,,," + properties + "\n");
    assertThat(faults(events.getFirst()))
        .singleElement()
        .asString()
        .startsWith("properties must be JSON, but is malformed at line 1");
  }

  @Test
  void anUnclosedQuoteExtendsToTheEnd() {
    List<SubmittedEvent> events = read(HEADER + "before,,,,\n\"a,,,,\nbehind,,,,\n");
    assertThat(events).hasSize(2);
    assertThat(faults(events.get(1)))
        .containsExactly("event must be one CSV record, with quotes only around whole cells");
  }

  @Test
  void textThatIsNotUtf8IsRejected() {
    byte[] chunk = "a,,,\u00FF,\n".getBytes(StandardCharsets.ISO_8859_1);
    SubmittedEvents events = CsvEvents.withHeader(bytes(HEADER)).read(chunk);
    assertThat(faults(events.events().getFirst())).containsExactly("event must be in UTF-8");
  }

  @Test
  void theTextOfARecordIncludesTheHeader() {
    byte[] chunk = bytes("\r\n\r\n a,b\r\nc,d");
    SubmittedEvents events = CsvEvents.withHeader(bytes("\uFEFF" + HEADER)).read(chunk);
    assertThat(events.events().stream().map(event -> events.text(event, 4)))
        .containsExactly(
            "event_id,type,time,user_id,properties\r\n a,b",
            "event_id,type,time,user_id,properties\r\nc,d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event_id,type,time,user_id,usr|usr",
        "event_id,type,time,user_id, hwid|' hwid'",
        "event_id,type,time,user_id,hwid,hwid|hwid",
        "event_id,type,time|user_id",
        "event_id;type;time;user_id|event_id",
        "''|time",
        "event_id,type,time,user_id,|header",
        "event_id,,type,time,user_id|header"
      })
  void aHeaderNamesFieldsOnceAndIncludesRequiredOnes(String header, String field) {
    assertThatThrownBy(() -> CsvEvents.withHeader(bytes(header)))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            invalid -> assertThat(invalid.errors()).extracting(FieldError::field).contains(field));
  }

  @Test
  void anExtraCommaIsReported() {
    assertThatThrownBy(() -> CsvEvents.withHeader(bytes("event_id,type,time,user_id,\n")))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            invalid ->
                assertThat(invalid.errors())
                    .containsExactly(
                        new FieldError(
                            "header",
                            "must name every column, but column 5 of 5 has no name; is there an"
                                + " extra comma?")));
  }

  @Test
  void theNumberOfErrorsInAHeaderIsLimited() {
    String header = "x,".repeat(100_000);
    assertThatThrownBy(() -> CsvEvents.withHeader(bytes(header)))
        .isInstanceOfSatisfying(
            InvalidInputException.class, invalid -> assertThat(invalid.errors()).hasSize(25));
  }

  private static List<SubmittedEvent> read(String csv) {
    int end = csv.indexOf('\n') + 1;
    return CsvEvents.withHeader(bytes(csv.substring(0, end)))
        .read(bytes(csv.substring(end)))
        .events();
  }

  private static List<String> describe(List<SubmittedEvent> events) {
    return events.stream().map(event -> event.raw().errors() + texts(event.raw())).toList();
  }

  private static String texts(RawEvent raw) {
    return FIELDS.stream().map(raw::text).toList().toString();
  }

  private static List<String> faults(SubmittedEvent event) {
    return event.raw().errors().stream()
        .map(error -> error.field() + " " + error.message())
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
