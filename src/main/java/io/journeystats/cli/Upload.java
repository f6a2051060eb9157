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
 * One sending of files of events to the service. Whenever it ends, beginning again from the start
 * is safe: what the service has already changes nothing.
 */
public final class Upload {
  /** The name that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  /** So many events go together: few enough to be sent again, many enough for the store. */
  private static final int RECORDS = 10_000;

  private static final byte[] NOTHING = {};

  private final Destination destination;
  private final Terminal terminal;

  /**
   * Prepares an upload.
   *
   * @param destination where events are sent
   * @param terminal where people are told of it
   */
  public Upload(Destination destination, Terminal terminal) {
    this.destination = destination;
    this.terminal = terminal;
  }

  /**
   * Sends files, one after the other.
   *
   * @param files their names
   * @return what became of them
   */
  public UploadResult send(List<String> files) {
    UploadSummary report = new UploadSummary(terminal.results());
    try (ChunkSender sender = destination.sender(terminal.messages());
        UploadProgress gauge = terminal.gauge(size(files))) {
      for (String file : files) {
        report.begin(file);
        send(file, sender, report, gauge);
      }
    } catch (UploadException | PayloadTooLargeException e) {
      return failed(report, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed(report, "Cannot be read: " + e);
    }
    return report.end();
  }

  private void send(String name, ChunkSender sender, UploadSummary report, UploadProgress gauge)
      throws IOException, UploadException {
    long before = report.bytes();
    try (CountingInputStream file = new CountingInputStream(open(name));
        EventText source = EventText.of(file)) {
      RecordChunks pieces = new RecordChunks(source.text(), source.format().ends());
      byte[] head = source.format() == ImportFormat.CSV ? pieces.next(1) : NOTHING;
      for (byte[] piece = pieces.next(RECORDS); piece.length > 0; piece = pieces.next(RECORDS)) {
        report.add(sender.send(source.format(), head, piece), before + file.getCount());
        gauge.show(report.bytes(), report.events());
      }
    }
  }

  private InputStream open(String name) throws IOException {
    return name.equals(STANDARD_INPUT) ? terminal.input() : Files.newInputStream(Path.of(name));
  }

  /** Of all files; negative where it is not known. */
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

  private UploadResult failed(UploadSummary report, String reason) {
    terminal.messages().println(report.position() + ": " + reason);
    terminal.messages().println("Send it again: what is stored already is not stored twice.");
    return UploadResult.FAILED;
  }
}
