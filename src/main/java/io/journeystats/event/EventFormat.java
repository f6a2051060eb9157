package io.journeystats.event;

import java.util.List;

/** The format of the events in a request body. */
public enum EventFormat {
  /** A JSON array or a single object. */
  JSON {
    @Override
    List<SubmittedEvent> decode(byte[] body) {
      return EventDecoder.json(body);
    }
  },
  /** One JSON object per line. */
  LINES {
    @Override
    List<SubmittedEvent> decode(byte[] body) {
      return EventDecoder.lines(body);
    }
  };

  /** The media type of {@link #LINES}. */
  public static final String NDJSON = "application/x-ndjson";

  abstract List<SubmittedEvent> decode(byte[] body);
}
