package io.journeystats.cli;

import com.google.common.io.CountingInputStream;
import io.journeystats.event.ImportFormat;
import io.journeystats.event.RecordChunks;
import io.journeystats.http.PayloadTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An upload of files of events to the service. After a failure it can safely be repeated from the
 * start, since events that are already stored do not change.
 */
public final class Upload {
  /** The file name of standard input. */
  public static final String STANDARD_INPUT = "-";

  /** The number of events per chunk: cheap to send again, and efficient to store. */
  private static final int RECORDS = 10_000;

  private static final byte[] NOTHING = {};

  private final Destination destination;
  private final Terminal terminal;

  /**
   * Creates an upload.
   *
   * @param destination the service that receives the events
   * @param terminal the streams for input and output
   */
  public Upload(Destination destination, Terminal terminal) {
    this.destination = destination;
    this.terminal = terminal;
  }

  /**
   * Sends files, one after another.
   *
   * @param files the names of the files
   * @return the result
   */
  public UploadResult send(List<String> files) {
    UploadSummary summary = new UploadSummary(terminal.results());
    try (ChunkSender sender = destination.sender(terminal.messages());
        UploadProgress progress = terminal.progress(size(files))) {
      for (String file : files) {
        summary.begin(file);
        send(file, sender, summary, progress);
      }
    } catch (UploadException | PayloadTooLargeException e) {
      return failed(summary, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed(summary, "The file cannot be read: " + e);
    }
    return summary.end();
  }

  private void send(String name, ChunkSender sender, UploadSummary summary, UploadProgress progress)
      throws IOException, UploadException {
    long before = summary.bytes();
    try (CountingInputStream file = new CountingInputStream(open(name));
        EventText source = EventText.of(file)) {
      RecordChunks chunks = new RecordChunks(source.text(), source.format().delimiter());
      byte[] head = source.format() == ImportFormat.CSV ? chunks.next(1) : NOTHING;
      for (byte[] chunk = chunks.next(RECORDS); chunk.length > 0; chunk = chunks.next(RECORDS)) {
        summary.add(sender.send(source.format(), head, chunk), before + file.getCount());
        progress.show(summary.bytes(), summary.events());
      }
    }
  }

  private InputStream open(String name) throws IOException {
    return name.equals(STANDARD_INPUT) ? terminal.input() : Files.newInputStream(Path.of(name));
  }

  /** The total size of the files; negative if it is unknown. */
  private static long size(List<String> files) throws IOException {
    long size = 0;
    for (String file : files) {
      if (file.equals(STANDARD_INPUT)) {
        return -1;
      }
      size += Files.size(Path.of(file));
    }
    return size;
  }

  private UploadResult failed(UploadSummary summary, String reason) {
    terminal.messages().println(summary.position() + ": " + reason);
    terminal.messages().println("Repeat the upload; stored events are not stored twice.");
    return UploadResult.FAILED;
  }
}
