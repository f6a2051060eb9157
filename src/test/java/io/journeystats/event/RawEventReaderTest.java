package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.FieldError;
import io.journeystats.http.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The format of events of all types: fields, lengths and properties. */
class RawEventReaderTest {
  private static RawEvent read(String json) {
    return EventDecoder.json(json.getBytes(StandardCharsets.UTF_8)).getFirst().raw();
  }

  private static List<String> faults(String json) {
    return read(json).errors().stream().map(FieldError::field).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event_id",
        "type",
        "time",
        "journey_id",
        "user_id",
        "hwid",
        "step_id",
        "channel",
        "message_id",
        "goal_id",
        "reason",
        "event_name",
        "link_url",
        "user_agent",
        "arm"
      })
  void aFieldIsText(String field) {
    RawEvent raw = read("{\"%s\": \"some text\"}".formatted(field));
    assertThat(raw.errors()).isEmpty();
    assertThat(RawEventField.find(field)).isNotNull();
    assertThat(raw.text(Objects.requireNonNull(RawEventField.find(field)))).isEqualTo("some text");
    assertThat(faults("{\"%s\": null}".formatted(field))).isEmpty();
    for (String other : List.of("5", "1.5", "true", "{}", "{\"a\": [1]}", "[]", "[\"text\"]")) {
      assertThat(faults("{\"%s\": %s}".formatted(field, other))).as(other).containsExactly(field);
    }
  }

  @Test
  void theMachineFlagIsTrueOrFalse() {
    for (String flag : List.of("true", "false")) {
      RawEvent raw = read("{\"machine\": %s}".formatted(flag));
      assertThat(raw.errors()).isEmpty();
      assertThat(raw.text(RawEventField.MACHINE)).isEqualTo(flag);
    }
    assertThat(read("{\"machine\": null}").has(RawEventField.MACHINE)).isFalse();
    for (String other : List.of("\"true\"", "\"\"", "1", "0", "{}", "[true]")) {
      assertThat(faults("{\"machine\": %s}".formatted(other))).as(other).containsExactly("machine");
    }
    assertThat(faults("{\"machine\": true, \"machine\": false}")).containsExactly("machine");
  }

  /** The parser limits their depth, not the stack of the thread. */
  @Test
  void propertiesMayBeDeep() throws InterruptedException {
    String deep = "{\"a\":".repeat(450) + "[".repeat(450) + "]".repeat(450) + "}".repeat(450);
    AtomicReference<List<String>> found = new AtomicReference<>();
    Runnable reading = () -> found.set(faults("{\"properties\": %s}".formatted(deep)));
    Thread small = new Thread(null, reading, "small stack", 1 << 17);
    small.start();
    small.join();
    assertThat(found.get()).isEqualTo(List.of());
  }

  @Test
  void anErrorNamesTheInnermostProperty() {
    assertThat(faults("{\"properties\": {\"a\": [{\"b\": 1}, [1e999]], \"c\": {\"d\": 1e999}}}"))
        .containsExactly("properties.a", "properties.d");
  }

  /** Lengths are in code points, not in Java characters. */
  @ParameterizedTest
  @CsvSource({
    "event_id, 128",
    "user_id, 256",
    "hwid, 256",
    "step_id, 128",
    "message_id, 128",
    "goal_id, 128",
    "reason, 256",
    "event_name, 256",
    "link_url, 2048",
    "user_agent, 512",
    "arm, 64"
  })
  void textLengthsAreLimited(String field, int longest) {
    for (String letter : List.of("x", "ü", "用", "😀")) {
      assertThat(faults("{\"%s\": \"%s\"}".formatted(field, letter.repeat(longest))))
          .as(letter)
          .isEmpty();
      assertThat(faults("{\"%s\": \"%s\"}".formatted(field, letter.repeat(longest + 1))))
          .as(letter)
          .containsExactly(field);
    }
  }

  @Test
  void unknownFieldsAreReported() {
    assertThat(faults("{\"colour\": \"red\", \"userId\": {\"a\": [1, {}]}, \"user_id\": \"u\"}"))
        .containsExactly("colour", "userId");
    assertThat(faults("{\"\": 1, \"USER_ID\": 1, \" user_id\": 1}"))
        .containsExactly("", "USER_ID", " user_id");
  }

  @Test
  void aLongNameIsTruncatedInTheResponse() {
    assertThat(faults("{\"%s\": 1}".formatted("😀".repeat(1000))))
        .containsExactly("😀".repeat(64) + "…");
  }

  @Test
  void aFieldIsGivenOnce() {
    RawEvent raw = read("{\"user_id\": \"first\", \"user_id\": \"second\"}");
    assertThat(raw.errors()).extracting(FieldError::field).containsExactly("user_id");
    assertThat(faults("{\"properties\": {}, \"properties\": {}}")).containsExactly("properties");
    assertThat(faults("{\"properties\": {\"a\": 1, \"b\": {\"a\": 1}, \"a\": 2}}"))
        .containsExactly("properties.a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "\"text\"", "null", "true", "[]", "[[]]"})
  void anEventIsAnObject(String json) {
    assertThat(faults("[" + json + "]")).containsExactly("event");
  }

  @Test
  void anUnpairedSurrogateIsInvalidText() {
    assertThat(faults("{\"user_id\": \"\\ud83d\"}")).containsExactly("user_id");
    assertThat(faults("{\"user_id\": \"\\ude00\\ud83d\"}")).containsExactly("user_id");
    assertThat(faults("{\"user_id\": \"\\ud83d\\ude00\"}")).isEmpty();
    assertThat(faults("{\"properties\": {\"a\": [\"\\ud83d\"]}}")).containsExactly("properties.a");
  }

  /** The parser itself refuses it. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"\\ud83d\": 1}", "{\"properties\": {\"\\ud83d\": 1}}"})
  void anUnpairedSurrogateIsAnInvalidName(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidInputException.class);
    RawEvent line = EventDecoder.lines(json.getBytes(StandardCharsets.UTF_8)).getFirst().raw();
    assertThat(line.errors()).extracting(FieldError::field).containsExactly("event");
  }

  @Test
  void theNumberOfErrorsIsLimited() {
    String fields =
        String.join(", ", IntStream.range(0, 100).mapToObj(i -> "\"f" + i + "\": 1").toList());
    assertThat(faults("{" + fields + "}")).hasSizeLessThan(30).last().isEqualTo("event");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "\"{}\"", "[]", "true"})
  void propertiesAreAnObject(String properties) {
    assertThat(faults("{\"properties\": %s}".formatted(properties))).containsExactly("properties");
  }

  /** Properties are stored as they were sent, without white space. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { }                                 | {}
          { "a" : 1 , "b" : [ 1 , "x" , {} ] } | {"a":1,"b":[1,"x",{}]}
          {"a": 1.50}                         | {"a":1.50}
          {"a": -0.0}                         | {"a":-0.0}
          {"a": 1E3}                          | {"a":1E3}
          {"a": null, "b": true, "c": false}  | {"a":null,"b":true,"c":false}
          {"a": 18446744073709551615}         | {"a":18446744073709551615}
          {"a": 18446744073709551616}         | {"a":18446744073709551616e0}
          {"a": -9223372036854775808}         | {"a":-9223372036854775808}
          {"a": -9223372036854775809}         | {"a":-9223372036854775809e0}
          {"a": "\\u0041\\n\\"\\\\"}          | {"a":"A\\n\\"\\\\"}
          {"": {"": {"": 0}}}                 | {"":{"":{"":0}}}
          """)
  void propertiesAreKeptAsTheyWereSent(String sent, String kept) {
    RawEvent raw = read("{\"properties\": %s}".formatted(sent));
    assertThat(raw.errors()).isEmpty();
    assertThat(raw.text(RawEventField.PROPERTIES)).isEqualTo(kept);
  }

  @Test
  void aNumberIsInTheRangeOfADouble() {
    assertThat(faults("{\"properties\": {\"a\": 1.7976931348623157e308}}")).isEmpty();
    assertThat(faults("{\"properties\": {\"a\": 1e309}}")).containsExactly("properties.a");
    assertThat(faults("{\"properties\": {\"a\": [-1e400]}}")).containsExactly("properties.a");
    assertThat(faults("{\"properties\": {\"a\": 1%s}}".formatted("0".repeat(400))))
        .containsExactly("properties.a");
  }

  /** "≤ 16 KiB" of JSON in UTF-8. */
  @Test
  void theSizeOfPropertiesIsLimited() {
    String overhead = "{\"a\":\"\"}";
    int room = 16 * 1024 - overhead.length();
    assertThat(faults("{\"properties\": {\"a\": \"%s\"}}".formatted("x".repeat(room)))).isEmpty();
    assertThat(faults("{\"properties\": {\"a\": \"%s\"}}".formatted("x".repeat(room + 1))))
        .containsExactly("properties");
    assertThat(faults("{\"properties\": {\"a\": \"%s\"}}".formatted("ü".repeat(room / 2 + 1))))
        .containsExactly("properties");
    assertThat(faults("{\"properties\": {\"a\":%s\"x\"}}".formatted(" ".repeat(20_000)))).isEmpty();
  }
}
