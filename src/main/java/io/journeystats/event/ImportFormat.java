package io.journeystats.event;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The format of the events in an import. */
public enum ImportFormat {
  /** One JSON object per line. */
  LINES(EventFormat.NDJSON, LineDelimiter::new) {
    @Override
    Function<byte[], SubmittedEvents> reader(RecordChunks chunks) {
      return chunk -> new SubmittedEvents("", chunk, EventDecoder.lines(chunk));
    }
  },
  /** One record per event, after a header of field names. */
  CSV(ImportFormat.TEXT_CSV, CsvRecordDelimiter::new) {
    @Override
    Function<byte[], SubmittedEvents> reader(RecordChunks chunks) throws IOException {
      return CsvEvents.withHeader(chunks.next(1))::read;
    }
  };

  /** The media type of {@link #CSV}. */
  public static final String TEXT_CSV = "text/csv";

  private final String mediaType;
  private final Supplier<RecordDelimiter> delimiter;

  ImportFormat(String mediaType, Supplier<RecordDelimiter> delimiter) {
    this.mediaType = mediaType;
    this.delimiter = delimiter;
  }

  /** The media type of a request in this format. */
  public String mediaType() {
    return mediaType;
  }

  /** A new delimiter of the events, for a text from its beginning. */
  public RecordDelimiter delimiter() {
    return delimiter.get();
  }

  /**
   * Returns a function that decodes the events of a chunk.
   *
   * @param chunks the chunks, from which the header is read immediately
   */
  abstract Function<byte[], SubmittedEvents> reader(RecordChunks chunks) throws IOException;
}
