package io.journeystats.download;

import io.journeystats.clickhouse.StoreFailure;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.csv.CsvReading;
import io.journeystats.http.ClientConnection;
import io.journeystats.http.MinimumRateOutputStream;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table that is sent to a client. If it fails, the connection is aborted, so that a partial file
 * never looks complete.
 *
 * @param reading what is read
 * @param encoding how it is packed
 * @param connection the connection to the client
 * @param longestPiece how long the client may take for a piece
 * @param clock schedules the end of that time
 */
record Download(
    CsvReading reading,
    ContentEncoding encoding,
    ClientConnection connection,
    Duration longestPiece,
    ScheduledExecutorService clock)
    implements StreamingOutput {
  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  @Override
  public void write(OutputStream target) throws IOException {
    MinimumRateOutputStream paced =
        new MinimumRateOutputStream(target, connection, longestPiece, clock, reading::close);
    OutputStream packed = encoding.over(paced);
    try {
      reading.writeTo(packed, _ -> {});
      // Ends the file of a packing, so only where all is in it.
      packed.close();
    } catch (IOException | RuntimeException broken) {
      paced.leave();
      connection.breakOff();
      logFailure(broken);
      abandon(packed);
    } finally {
      reading.close();
    }
  }

  private static void logFailure(Exception broken) {
    if (broken instanceof StoreUnavailableException store
        && store.failure() != StoreFailure.CANCELLED) {
      LOG.warn("A download broke off: {}", store.getMessage());
    } else if (broken instanceof RuntimeException
        && !(broken instanceof StoreUnavailableException)) {
      LOG.error("A download broke off", broken);
    }
    // Otherwise the client has hung up, or was too slow.
  }

  /** Frees the encoder; what it still writes reaches no client. */
  private static void abandon(OutputStream packed) {
    try {
      packed.close();
    } catch (IOException _) {
      // As intended: the connection is aborted.
    }
  }
}
