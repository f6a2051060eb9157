package io.journeystats.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports in words, for tests to compare, and the requests they are read from. */
final class Told {
  private Told() {}

  /** All reports, each on a line. */
  static String of(List<Report> reports) {
    return reports.stream().map(Told::of).map(line -> line + "\n").collect(Collectors.joining());
  }

  /** The ids that reports would have as events. */
  static List<String> eventIds(List<Report> reports) {
    return reports.stream()
        .filter(Report.Fact.class::isInstance)
        .map(report -> ((Report.Fact) report).eventId())
        .toList();
  }

  private static String of(Report report) {
    return switch (report) {
      case Report.Ignored why -> why.toString();
      case Report.Fact fact ->
          Stream.of(
                  fact.time(),
                  fact.channel().key(),
                  fact.outcome().type().key(),
                  fact.ids().texts().get("user_id"),
                  fact.ids().texts().get("message_id"),
                  fact.outcome().reason(),
                  fact.outcome().linkUrl(),
                  fact.outcome().machine().map(machine -> "machine=" + machine).orElse(""),
                  fact.outcome().userAgent())
              .filter(Objects::nonNull)
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining(" "));
    };
  }

  /** A file of the test's resources. */
  static byte[] resource(String name) {
    try (InputStream file =
        Objects.requireNonNull(Told.class.getResourceAsStream("/webhooks/" + name))) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
