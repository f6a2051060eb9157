package io.journeystats.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call that is measured.
 *
 * @param name its name, also that of its hand-written SQL
 * @param path below the API's root, with the journey's id left out
 * @param periods the periods to ask about; one empty text where the call knows none
 */
record Endpoint(String name, String path, List<String> periods) {
  private static final List<String> PERIODS = List.of("all", "30d", "today");

  /** Every call that shows statistics. */
  static final List<Endpoint> ALL =
      Stream.of(
              Stream.of(
                  of("performance", "stats/performance"),
                  of("audience", "stats/audience"),
                  of("users", "users?limit=50"),
                  of("users-search", "users?limit=50&search=user-0000"),
                  of("users-device", "users?limit=50&search=A7"),
                  of("channels", "stats/channels")),
              Stream.of("push", "in_app", "email", "sms", "whatsapp")
                  .map(channel -> of("channel-" + channel, "stats/channels/" + channel)),
              Stream.of(
                  of("messages", "stats/channels/email/messages"),
                  of("messages-reported-goal", "stats/channels/email/messages?goal=goal-1"),
                  of("messages-computed-goal", "stats/channels/push/messages?goal=goal-3"),
                  of("delivery-issues", "stats/channels/email/delivery-issues"),
                  of("health", "stats/health"),
                  new Endpoint("journeys", "journeys?limit=50", List.of(""))))
          .<Endpoint>flatMap(calls -> calls)
          .toList();

  private static Endpoint of(String name, String path) {
    return new Endpoint(name, "journeys/{journey}/" + path, PERIODS);
  }

  /** The path of the call about a journey and a period. */
  String path(int journey, String period) {
    String asked = path.replace("{journey}", BenchTenant.journeyId(journey));
    if (period.isEmpty()) {
      return asked;
    }
    return asked + (asked.contains("?") ? "&" : "?") + "period=" + period;
  }

  /** The file of SQL that gives the same answer, as good as we could write it by hand. */
  Path handWritten() {
    return Path.of("bench", "sql", name + ".sql");
  }

  /** The file of SQL that gives the same answer from the raw events alone. */
  Path raw() {
    return Path.of("bench", "sql", "raw", name + ".sql");
  }

  /** The file of SQL that gives the same answer from DuckDB. */
  Path duckDb() {
    return Path.of("bench", "sql", "duckdb", name + ".sql");
  }
}
