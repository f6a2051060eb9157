package io.journeystats.cli;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionScheduledEvent;
import io.journeystats.event.ImportFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sender of pieces of files: each again and again where that may help. */
final class ChunkSender implements AutoCloseable {
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

  /** Too slow, too many, or not available; by the service or by what stands before it. */
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI address;
  private final String key;
  private final Backoff patience;
  private final PrintStream messages;
  private final FailsafeExecutor<HttpResponse<String>> attempts;

  /**
   * Makes a sender.
   *
   * @param address where pieces are posted
   * @param key the API key
   * @param patience how often they are
   * @param messages is told of what went wrong and is tried again
   */
  ChunkSender(URI address, String key, Backoff patience, PrintStream messages) {
    this.address = address;
    this.key = key;
    this.patience = patience;
    this.messages = messages;
    this.attempts =
        Failsafe.with(
            RetryPolicy.<HttpResponse<String>>builder()
                .handle(IOException.class)
                .handleResultIf(ChunkSender::mayPass)
                .withMaxAttempts(patience.attempts())
                .withDelayFn(this::pause)
                .onRetryScheduled(this::tell)
                .build());
  }

  /**
   * Sends a piece.
   *
   * @param format how the events are written
   * @param head what goes before every piece
   * @param piece whole events
   * @throws UploadException where the service did not deal with all of them
   */
  ChunkReply send(ImportFormat format, byte[] head, byte[] piece) throws UploadException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(LONGEST_ANSWER)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", format.mediaType())
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofByteArray(head), BodyPublishers.ofByteArray(piece)))
            .build();
    try {
      return ChunkReply.read(attempts.get(() -> client.send(request, BodyHandlers.ofString())));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new UploadException("The service cannot be reached: " + e.getCause());
    }
  }

  private static boolean mayPass(@Nullable HttpResponse<String> response) {
    return response != null && PASSING.contains(response.statusCode());
  }

  private Duration pause(ExecutionContext<HttpResponse<String>> attempt) {
    return patience.pause(attempt.getAttemptCount(), asked(attempt.getLastResult()));
  }

  /** How long the service wants to be left alone; a date instead of seconds is not understood. */
  private static Duration asked(@Nullable HttpResponse<String> response) {
    return response == null
        ? Duration.ZERO
        : response
            .headers()
            .firstValue("Retry-After")
            .filter(seconds -> seconds.matches("[0-9]{1,6}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
            .orElse(Duration.ZERO);
  }

  private void tell(ExecutionScheduledEvent<HttpResponse<String>> again) {
    HttpResponse<String> response = again.getLastResult();
    messages.printf(
        "%s; again in %d s%n",
        response == null
            ? String.valueOf(again.getLastException())
            : "The service answered " + response.statusCode(),
        again.getDelay().toSeconds());
  }

  @Override
  public void close() {
    client.close();
  }
}
