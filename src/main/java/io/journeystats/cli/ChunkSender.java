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

/** A client that sends chunks of files to the service, with retries. */
final class ChunkSender implements AutoCloseable {
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

  /** The statuses of temporary failures of the service or of a proxy. */
  private static final Set<Integer> RETRYABLE = Set.of(408, 429, 500, 502, 503, 504);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI address;
  private final String key;
  private final Backoff backoff;
  private final PrintStream messages;
  private final FailsafeExecutor<HttpResponse<String>> attempts;

  /**
   * Creates a sender.
   *
   * @param address the URL of the import
   * @param key the API key
   * @param backoff the attempts and the pauses between them
   * @param messages receives a message before each retry
   */
  ChunkSender(URI address, String key, Backoff backoff, PrintStream messages) {
    this.address = address;
    this.key = key;
    this.backoff = backoff;
    this.messages = messages;
    this.attempts =
        Failsafe.with(
            RetryPolicy.<HttpResponse<String>>builder()
                .handle(IOException.class)
                .handleResultIf(ChunkSender::isRetryable)
                .withMaxAttempts(backoff.attempts())
                .withDelayFn(this::pause)
                .onRetryScheduled(this::report)
                .build());
  }

  /**
   * Sends a chunk.
   *
   * @param format the format of the events
   * @param head the CSV header that precedes every chunk; empty for NDJSON
   * @param chunk the bytes of whole events
   * @throws UploadException if the service did not process the whole chunk
   */
  ChunkReply send(ImportFormat format, byte[] head, byte[] chunk) throws UploadException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(LONGEST_ANSWER)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", format.mediaType())
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofByteArray(head), BodyPublishers.ofByteArray(chunk)))
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

  private static boolean isRetryable(@Nullable HttpResponse<String> response) {
    return response != null && RETRYABLE.contains(response.statusCode());
  }

  private Duration pause(ExecutionContext<HttpResponse<String>> attempt) {
    return backoff.pause(attempt.getAttemptCount(), retryAfter(attempt.getLastResult()));
  }

  /** The pause that the service asks for; a date instead of seconds is ignored. */
  private static Duration retryAfter(@Nullable HttpResponse<String> response) {
    return response == null
        ? Duration.ZERO
        : response
            .headers()
            .firstValue("Retry-After")
            .filter(seconds -> seconds.matches("[0-9]{1,6}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
            .orElse(Duration.ZERO);
  }

  private void report(ExecutionScheduledEvent<HttpResponse<String>> retry) {
    HttpResponse<String> response = retry.getLastResult();
    messages.printf(
        "%s; retrying in %d s%n",
        response == null
            ? String.valueOf(retry.getLastException())
            : "The service answered " + response.statusCode(),
        retry.getDelay().toSeconds());
  }

  @Override
  public void close() {
    client.close();
  }
}
