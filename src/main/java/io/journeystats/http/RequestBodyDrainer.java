package io.journeystats.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * A drain that discards the rest of a refused request's body, within bounds, so that the client can
 * finish sending and read the response.
 */
final class RequestBodyDrainer {
  private static final int MAXIMUM_BYTES = 32 << 20;
  private static final long MAXIMUM_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int CHECKS = 5;
  private static final long PAUSE_MILLIS = 10;
  private static final int BUFFER_BYTES = 64 * 1024;

  private RequestBodyDrainer() {}

  /** Discards the bytes that keep arriving. */
  static void drain(InputStream body) {
    long begin = System.nanoTime();
    byte[] buffer = new byte[BUFFER_BYTES];
    int drained = 0;
    try {
      while (drained < MAXIMUM_BYTES
          && System.nanoTime() - begin < MAXIMUM_NANOS
          && arrives(body)) {
        int read = body.read(buffer, 0, Math.min(buffer.length, body.available()));
        if (read < 0) {
          return;
        }
        drained += read;
      }
    } catch (IOException _) {
      // The client has disconnected.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean arrives(InputStream body) throws IOException, InterruptedException {
    for (int check = 0; body.available() == 0; check++) {
      if (check == CHECKS) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return true;
  }
}
