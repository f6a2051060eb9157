package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.PayloadTooLargeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoding of bodies by several threads. */
class EventDecoderTest {
  private static final int LINES = 9_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void linesStayInOrderWhereverTheBodyIsSplit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> lines = IntStream.range(0, LINES).mapToObj(line -> line(line, random)).toList();

    byte[] body = bytes(String.join("\n", lines) + (random.nextBoolean() ? "\n" : ""));
    assertThat(body.length).isGreaterThan(2 << 20);

    assertThat(EventDecoder.lines(body).stream().map(event -> describe(event, body)))
        .isEqualTo(lines.stream().flatMap(EventDecoderTest::describeAlone).toList());
  }

  private static String line(int number, SplittableRandom random) {
    String text = "é".repeat(random.nextInt(300));
    return switch (random.nextInt(20)) {
      case 0 -> "";
      case 1 -> " \t\r";
      case 2 -> "{\"event_id\": \"" + number;
      case 3 -> "{\"event_id\": \"" + number + "\"} {}";
      case 4 -> "[" + number + "]";
      default -> "{\"event_id\": \"" + number + "\", \"user_id\": \"" + text + "\"}\r";
    };
  }

  private static Stream<String> describeAlone(String line) {
    byte[] body = bytes(line);
    return EventDecoder.lines(body).stream().map(event -> describe(event, body));
  }

  /** The fields and errors of an event, and the text from which it was read. */
  private static String describe(SubmittedEvent event, byte[] body) {
    RawEvent raw = event.raw();
    return "%s %s %s %s"
        .formatted(
            raw.text(RawEventField.EVENT_ID),
            raw.text(RawEventField.USER_ID),
            raw.errors(),
            new String(body, event.start(), event.end() - event.start(), StandardCharsets.UTF_8));
  }

  @Test
  void emptyLinesAreNotCountedAsEvents() {
    String most = "{}\n\n".repeat(EventDecoder.MAXIMUM_EVENTS);
    assertThat(EventDecoder.lines(bytes(most))).hasSize(EventDecoder.MAXIMUM_EVENTS);
    assertThatThrownBy(() -> EventDecoder.lines(bytes(most + "{}")))
        .isInstanceOf(PayloadTooLargeException.class);
  }

  @Test
  void aChunkOfTooManyEventsIsRefused() {
    // The lines are so short that one chunk has more than the maximum of a request.
    assertThatThrownBy(() -> EventDecoder.lines(bytes("1\n".repeat(300_000))))
        .isInstanceOf(PayloadTooLargeException.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
