package io.journeystats.export;

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
 * A table on its way to a client. It is sent as a whole, or the line is broken off, so that nobody
 * takes a part for the whole.
 *
 * @param reading what is read
 * @param packing how it is packed
 * @param line the connection to the client
 * @param longestPiece how long the client may take for a piece
 * @param clock tells when that time is over
 */
record Download(
    CsvReading reading,
    ContentEncoding packing,
    ClientConnection line,
    Duration longestPiece,
    ScheduledExecutorService clock)
    implements StreamingOutput {
  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  @Override
  public void write(OutputStream target) throws IOException {
    MinimumRateOutputStream paced =
        new MinimumRateOutputStream(target, line, longestPiece, clock, reading::close);
    OutputStream packed = packing.over(paced);
    try {
      reading.writeTo(packed, _ -> {});
      // Ends the file of a packing, so only where all is in it.
      packed.close();
    } catch (IOException | RuntimeException broken) {
      paced.leave();
      line.breakOff();
      tell(broken);
      abandon(packed);
    } finally {
      reading.close();
    }
  }

  private static void tell(Exception broken) {
    if (broken instanceof StoreUnavailableException store
        && store.failure() != StoreFailure.CANCELLED) {
      LOG.warn("A download broke off: {}", store.getMessage());
    } else if (broken instanceof RuntimeException
        && !(broken instanceof StoreUnavailableException)) {
      LOG.error("A download broke off", broken);
    }
    // Otherwise the client has hung up, or was too slow.
  }

  /** Gives back what packing took; what it still writes reaches nobody. */
  private static void abandon(OutputStream packed) {
    try {
      packed.close();
    } catch (IOException _) {
      // As it should: the line is broken off.
    }
  }
}
