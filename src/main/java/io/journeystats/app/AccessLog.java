package io.journeystats.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.http.ClientConnection;
import io.journeystats.http.Json;
import io.journeystats.http.RequestTrace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * The log of requests: a line for each, of which nothing names a user. Queries are left out, in
 * which people search for users, and so is what the service does not know of a path.
 */
final class AccessLog implements RequestLog {
  private static final int LONGEST_AGENT = 256;
  private static final int LONGEST_METHOD = 16;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final ObjectMapper JSON = Json.mapper();

  private final Format format;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Consumer<String> lines;

  /**
   * Makes the log.
   *
   * @param format what a line looks like
   * @param clock tells the time of a line
   * @param nanoTime tells how time passes
   * @param lines takes the lines
   */
  AccessLog(Format format, InstantSource clock, LongSupplier nanoTime, Consumer<String> lines) {
    this.format = format;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.lines = lines;
  }

  /** What a line looks like. */
  enum Format {
    /** The common format, with more behind it. */
    TEXT {
      @Override
      String write(Entry entry) {
        return "%s - %s [%s] \"%s %s %s\" %d %d \"%s\" %d %s %s %s %s"
            .formatted(
                entry.address(),
                orDash(entry.key()),
                TIME.format(entry.time()),
                entry.method(),
                entry.path(),
                entry.protocol(),
                entry.status(),
                entry.bytes(),
                entry.userAgent().map(Format::quoted).orElse("-"),
                entry.durationMs(),
                entry.requestId(),
                orDash(entry.tenant()),
                orDash(entry.role()),
                entry.complete() ? "complete" : "broken_off");
      }
    },
    /** A JSON object. */
    JSON {
      @Override
      String write(Entry entry) {
        try {
          return AccessLog.JSON.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
          throw new IllegalStateException("an entry that cannot be written", impossible);
        }
      }
    };

    abstract String write(Entry entry);

    private static String orDash(Optional<String> text) {
      return text.filter(some -> !some.isEmpty()).orElse("-");
    }

    /** A text that neither ends its quotes nor its line. */
    private static String quoted(String text) {
      StringBuilder quoted = new StringBuilder();
      text.chars()
          .forEach(character -> {
            if (character < ' ' || character > '~' || character == '"' || character == '\\') {
              quoted.append("\\u%04x".formatted(character));
            } else {
              quoted.append((char) character);
            }
          });
      return quoted.toString();
    }
  }

  /**
   * What is said of a request.
   *
   * @param time when it was answered
   * @param requestId its id
   * @param address of the client
   * @param tenant whose key was sent, if a known one was
   * @param key its id
   * @param role what it allows
   * @param method how it asked
   * @param path what it asked for, as far as the service knows such a path
   * @param protocol the version of HTTP
   * @param status how it was answered
   * @param bytes how many of the answer's body were sent
   * @param complete whether that was all of it
   * @param durationMs how long it took from its first byte to the last of its answer
   * @param userAgent the program of the client
   */
  record Entry(
      Instant time,
      String requestId,
      String address,
      Optional<String> tenant,
      Optional<String> key,
      Optional<String> role,
      String method,
      String path,
      String protocol,
      int status,
      long bytes,
      boolean complete,
      long durationMs,
      Optional<String> userAgent) {}

  @Override
  public void log(Request request, Response response) {
    Optional<RequestTrace> trace = RequestTrace.of(request.getAttribute(RequestTrace.PROPERTY));
    Optional<RequestTrace.Sender> sender = trace.flatMap(RequestTrace::sender);
    long nanos = nanoTime.getAsLong() - request.getBeginNanoTime();
    lines.accept(
        format.write(
            new Entry(
                clock.instant(),
                trace.map(RequestTrace::id).orElse("-"),
                ClientConnection.of(request).address(),
                sender.map(RequestTrace.Sender::tenant).filter(tenant -> !tenant.isEmpty()),
                sender.map(RequestTrace.Sender::keyId),
                sender.map(RequestTrace.Sender::role),
                cut(request.getMethod(), LONGEST_METHOD),
                trace.map(RequestTrace::path).orElse("-"),
                request.getConnectionMetaData().getProtocol(),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                trace.map(RequestTrace::isComplete).orElse(true),
                TimeUnit.NANOSECONDS.toMillis(nanos),
                Optional.ofNullable(agent(request)).map(agent -> cut(agent, LONGEST_AGENT)))));
  }

  private static @Nullable String agent(Request request) {
    return request.getHeaders().get(HttpHeader.USER_AGENT);
  }

  private static String cut(String text, int longest) {
    return text.substring(0, Math.min(text.length(), longest));
  }
}
