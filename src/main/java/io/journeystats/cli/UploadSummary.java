package io.journeystats.cli;

import java.io.PrintStream;

/** The summary of an upload, which prints every rejected event and the totals. */
final class UploadSummary {
  private final PrintStream results;
  private String file = "";
  private long position;
  private long accepted;
  private long rejected;
  private long bytes;

  UploadSummary(PrintStream results) {
    this.results = results;
  }

  /** Starts the next file. */
  void begin(String name) {
    file = name;
    position = 0;
  }

  /**
   * Adds the reply to a chunk.
   *
   * @param reply the reply
   * @param bytesRead the number of bytes of all files read so far
   */
  void add(ChunkReply reply, long bytesRead) {
    for (ChunkReply.Rejected event : reply.rejected()) {
      results.printf(
          "%s:%d %s: %s%n", file, position + event.index(), event.eventId(), event.errors());
    }
    long unlisted = reply.rejectedCount() - reply.rejected().size();
    if (unlisted > 0) {
      results.printf(
          "%s: %d more events rejected, see GET /api/v1/events/rejected%n", file, unlisted);
    }
    position += reply.events();
    accepted += reply.accepted();
    rejected += reply.rejectedCount();
    bytes = bytesRead;
  }

  /** The position of the next event, as the file and the event's number from 0. */
  String position() {
    return file.isEmpty() ? "Nothing was sent" : file + ":" + position;
  }

  long bytes() {
    return bytes;
  }

  long events() {
    return accepted + rejected;
  }

  UploadResult end() {
    results.printf("%d events accepted, %d rejected%n", accepted, rejected);
    return rejected == 0 ? UploadResult.ALL_ACCEPTED : UploadResult.SOME_REJECTED;
  }
}
