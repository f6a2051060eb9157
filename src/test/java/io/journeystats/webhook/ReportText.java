package io.journeystats.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders reports as text that tests compare, and reads the requests from resources. */
final class ReportText {
  private ReportText() {}

  /** All reports, one per line. */
  static String of(List<Report> reports) {
    return reports.stream()
        .map(ReportText::of)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** The event ids of the reports. */
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

  /** A test resource. */
  static byte[] resource(String name) {
    try (InputStream file =
        Objects.requireNonNull(ReportText.class.getResourceAsStream("/webhooks/" + name))) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
