package io.journeystats.cli;

import java.io.PrintStream;

/** What is told of an upload: each event that was refused, and the sums. */
final class UploadSummary {
  private final PrintStream results;
  private String file = "";
  private long inFile;
  private long accepted;
  private long rejected;
  private long bytes;

  UploadSummary(PrintStream results) {
    this.results = results;
  }

  /** Goes on with the next file. */
  void begin(String name) {
    file = name;
    inFile = 0;
  }

  /**
   * Notes what became of a piece.
   *
   * @param reply what the service answered
   * @param bytesRead how many bytes of all files were read so far
   */
  void add(ChunkReply reply, long bytesRead) {
    for (ChunkReply.Rejected event : reply.rejected()) {
      results.printf(
          "%s:%d %s: %s%n", file, inFile + event.index(), event.eventId(), event.faults());
    }
    long unlisted = reply.rejectedCount() - reply.rejected().size();
    if (unlisted > 0) {
      results.printf("%s: %d more, see GET /api/v1/events/rejected%n", file, unlisted);
    }
    inFile += reply.events();
    accepted += reply.accepted();
    rejected += reply.rejectedCount();
    bytes = bytesRead;
  }

  /** Where it goes on: the number of the next event of the file, from 0. */
  String position() {
    return file.isEmpty() ? "Nothing was sent" : file + ":" + inFile;
  }

  long bytes() {
    return bytes;
  }

  long events() {
    return accepted + rejected;
  }

  UploadResult end() {
    results.printf("%d events accepted, %d rejected%n", accepted, rejected);
    return rejected == 0 ? UploadResult.ALL_ACCEPTED : UploadResult.SOME_REFUSED;
  }
}
