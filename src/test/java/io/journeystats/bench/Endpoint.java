package io.journeystats.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A measured API call.
 *
 * @param name the name of the call and of its hand-written SQL
 * @param path the path below the API's root, with a placeholder for the journey's id
 * @param periods the periods to measure; one empty text if the call has no period
 */
record Endpoint(String name, String path, List<String> periods) {
  private static final List<String> PERIODS = List.of("all", "30d", "today");

  /** All calls that return statistics. */
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

  /** The path of the call for a journey and a period. */
  String path(int journey, String period) {
    String resolved = path.replace("{journey}", BenchTenant.journeyId(journey));
    if (period.isEmpty()) {
      return resolved;
    }
    return resolved + (resolved.contains("?") ? "&" : "?") + "period=" + period;
  }

  /** The file with hand-optimized SQL for the same answer. */
  Path handWritten() {
    return Path.of("bench", "sql", name + ".sql");
  }

  /** The file with SQL for the same answer on the raw events. */
  Path raw() {
    return Path.of("bench", "sql", "raw", name + ".sql");
  }

  /** The file with SQL for the same answer on DuckDB. */
  Path duckDb() {
    return Path.of("bench", "sql", "duckdb", name + ".sql");
  }
}
