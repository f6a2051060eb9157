package io.journeystats.event;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the events of an import are written. */
public enum ImportFormat {
  /** A JSON object a line. */
  LINES(EventFormat.NDJSON, LineDelimiter::new) {
    @Override
    Function<byte[], SubmittedEvents> reader(RecordChunks pieces) {
      return piece -> new SubmittedEvents("", piece, EventDecoder.lines(piece));
    }
  },
  /** A record each, under a header that names the fields. */
  CSV(ImportFormat.TEXT_CSV, CsvRecordDelimiter::new) {
    @Override
    Function<byte[], SubmittedEvents> reader(RecordChunks pieces) throws IOException {
      return CsvEvents.under(pieces.next(1))::read;
    }
  };

  /** The media type of {@link #CSV}. */
  public static final String TEXT_CSV = "text/csv";

  private final String mediaType;
  private final Supplier<RecordDelimiter> ends;

  ImportFormat(String mediaType, Supplier<RecordDelimiter> ends) {
    this.mediaType = mediaType;
    this.ends = ends;
  }

  /** What a request with such events says that it is. */
  public String mediaType() {
    return mediaType;
  }

  /** What finds the ends of the events, from the beginning of a text on. */
  public RecordDelimiter ends() {
    return ends.get();
  }

  /**
   * What reads events from pieces.
   *
   * @param pieces the pieces, of which a header is taken at once
   */
  abstract Function<byte[], SubmittedEvents> reader(RecordChunks pieces) throws IOException;
}
