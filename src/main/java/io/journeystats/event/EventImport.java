package io.journeystats.event;

import io.journeystats.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * One import: it passes a body of any size to the intake chunk by chunk. The events of a chunk are
 * durable before the next chunk is read. Events that are not counted yet can be sent again: events
 * that were already stored do not change.
 */
final class EventImport {
  private final EventIntake intake;
  private final TenantId tenant;
  private final ImportLog log;
  private final ImportTally tally = new ImportTally();

  EventImport(EventIntake intake, TenantId tenant, ImportLog log) {
    this.intake = intake;
    this.tenant = tenant;
    this.log = log;
  }

  /**
   * Takes in all events.
   *
   * @param body the decompressed text
   * @param format the format of the text
   * @return the numbers of accepted, ignored and rejected events
   * @throws IOException if reading the body fails
   */
  ImportTally.Receipt take(InputStream body, ImportFormat format) throws IOException {
    RecordChunks chunks = new RecordChunks(body, format.delimiter());
    Function<byte[], SubmittedEvents> reader = format.reader(chunks);
    for (byte[] chunk = next(chunks); chunk.length > 0; chunk = next(chunks)) {
      tally.add(intake.take(tenant, chunk, reader, tally.processed()));
      log.advanced(tally.receipt(), chunks.taken());
    }
    log.completed(tally.receipt(), chunks.taken());
    return tally.receipt();
  }

  private static byte[] next(RecordChunks chunks) throws IOException {
    return chunks.next(RecordChunks.MAXIMUM_RECORDS);
  }

  /** The outcome of the events so far. */
  ImportTally tally() {
    return tally;
  }

  /** Logs that the import stops early. */
  void stop(RuntimeException reason) {
    log.stopped(tally.receipt(), reason);
  }
}
