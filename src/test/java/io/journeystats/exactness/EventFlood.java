package io.journeystats.exactness;

import com.google.common.collect.Iterators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Any number of entrances into a journey, each another event, made while they are read.
 *
 * @param journey the journey's id
 * @param events how many
 */
record EventFlood(String journey, int events) {
  private static final Instant FIRST = Instant.parse("2026-05-05T00:00:00Z");
  private static final int USERS = 1_000;
  private static final int AT_A_TIME = 500;

  /** As a JSON object a line. */
  InputStream lines() {
    return stream("", this::line);
  }

  /** As CSV. */
  InputStream csv() {
    return stream("event_id,time,type,user_id,journey_id\r\n", this::csvRecord);
  }

  private InputStream stream(String head, IntFunction<String> event) {
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes(head)),
        new SequenceInputStream(
            Iterators.asEnumeration(
                IntStream.iterate(0, first -> first < events, first -> first + AT_A_TIME)
                    .mapToObj(first ->
                        new ByteArrayInputStream(
                            bytes(
                                IntStream.range(first, Math.min(first + AT_A_TIME, events))
                                    .mapToObj(event)
                                    .collect(Collectors.joining()))))
                    .iterator())));
  }

  private String line(int number) {
    return "{\"event_id\":\"%d\",\"type\":\"entered\",\"time\":\"%s\",\"user_id\":\"u%d\",\"journey_id\":\"%s\"}\n"
        .formatted(number, time(number), number % USERS, journey);
  }

  private String csvRecord(int number) {
    return "%d,%s,entered,u%d,%s\r\n".formatted(number, time(number), number % USERS, journey);
  }

  private static Instant time(int number) {
    return FIRST.plusMillis(number);
  }

  static byte[] all(InputStream text) {
    try (text) {
      return text.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
