package io.journeystats.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * What is still on its way of a body that is refused already: thrown away as long as it keeps
 * coming, within bounds, so that its sender can end and read the answer.
 */
final class RequestBodyDrainer {
  private static final int MOST_BYTES = 32 << 20;
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int LOOKS = 5;
  private static final long PAUSE_MILLIS = 10;
  private static final int PIECE = 64 * 1024;

  private RequestBodyDrainer() {}

  /** Takes it, without waiting for what does not come. */
  static void take(InputStream body) {
    long begin = System.nanoTime();
    byte[] piece = new byte[PIECE];
    int taken = 0;
    try {
      while (taken < MOST_BYTES && System.nanoTime() - begin < MOST_NANOS && comes(body)) {
        int read = body.read(piece, 0, Math.min(piece.length, body.available()));
        if (read < 0) {
          return;
        }
        taken += read;
      }
    } catch (IOException _) {
      // The sender has gone.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean comes(InputStream body) throws IOException, InterruptedException {
    for (int look = 0; body.available() == 0; look++) {
      if (look == LOOKS) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return true;
  }
}
