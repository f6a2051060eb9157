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
 * The access log, with one line per request. It contains no user data: it omits query strings,
 * which contain search terms, and unknown parts of paths.
 */
final class AccessLog implements RequestLog {
  private static final int MAXIMUM_AGENT = 256;
  private static final int MAXIMUM_METHOD = 16;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final ObjectMapper JSON = Json.mapper();

  private final Format format;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Consumer<String> lines;

  /**
   * Creates the log.
   *
   * @param format the line format
   * @param clock the clock
   * @param nanoTime the clock for durations, such as {@link System#nanoTime}
   * @param lines receives the lines
   */
  AccessLog(Format format, InstantSource clock, LongSupplier nanoTime, Consumer<String> lines) {
    this.format = format;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.lines = lines;
  }

  /** A line format. */
  enum Format {
    /** The common log format with additional fields at the end. */
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
    /** One JSON object per line. */
    JSON {
      @Override
      String write(Entry entry) {
        try {
          return AccessLog.JSON.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
          throw new IllegalStateException("an entry that cannot be written as JSON", impossible);
        }
      }
    };

    abstract String write(Entry entry);

    private static String orDash(Optional<String> text) {
      return text.filter(some -> !some.isEmpty()).orElse("-");
    }

    /** Escapes quotes, backslashes, and everything but printable ASCII. */
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
   * The logged data of a request.
   *
   * @param time when the response ended
   * @param requestId the request's id
   * @param address the client's address
   * @param tenant the tenant of the API key, if known
   * @param key the id of the API key
   * @param role the role of the API key
   * @param method the HTTP method
   * @param path the known part of the path
   * @param protocol the HTTP version
   * @param status the status of the response
   * @param bytes the number of bytes of the response body sent
   * @param complete whether the response was sent completely
   * @param durationMs the time from the request's first byte to the response's last in milliseconds
   * @param userAgent the {@code User-Agent} header
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
                truncate(request.getMethod(), MAXIMUM_METHOD),
                trace.map(RequestTrace::path).orElse("-"),
                request.getConnectionMetaData().getProtocol(),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                trace.map(RequestTrace::isComplete).orElse(true),
                TimeUnit.NANOSECONDS.toMillis(nanos),
                Optional.ofNullable(agent(request)).map(agent -> truncate(agent, MAXIMUM_AGENT)))));
  }

  private static @Nullable String agent(Request request) {
    return request.getHeaders().get(HttpHeader.USER_AGENT);
  }

  private static String truncate(String text, int longest) {
    return text.substring(0, Math.min(text.length(), longest));
  }
}
