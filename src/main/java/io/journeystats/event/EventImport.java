package io.journeystats.event;

import io.journeystats.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * One import: the way of a body of any size through the intake, piece by piece. The events of a
 * piece are durable before the next one is read, so what is not counted yet was not stored, or is
 * stored once more without a trace when it is sent again.
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
   * @param body the unpacked text
   * @param format how it is written
   * @return how many there were of which kind
   * @throws IOException where the body cannot be read on
   */
  ImportTally.Receipt take(InputStream body, ImportFormat format) throws IOException {
    RecordChunks pieces = new RecordChunks(body, format.ends());
    Function<byte[], SubmittedEvents> reader = format.reader(pieces);
    for (byte[] piece = next(pieces); piece.length > 0; piece = next(pieces)) {
      tally.add(intake.take(tenant, piece, reader, tally.settled()));
      log.hasCome(tally.receipt(), pieces.taken());
    }
    log.ended(tally.receipt(), pieces.taken());
    return tally.receipt();
  }

  private static byte[] next(RecordChunks pieces) throws IOException {
    return pieces.next(RecordChunks.MAXIMUM_RECORDS);
  }

  /** What became of the events so far. */
  ImportTally tally() {
    return tally;
  }

  /** Notes that it does not go on. */
  void stop(RuntimeException reason) {
    log.stopped(tally.receipt(), reason);
  }
}
