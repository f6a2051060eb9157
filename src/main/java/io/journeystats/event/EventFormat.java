package io.journeystats.event;

import java.util.List;

/** How the events of a request body are written. */
public enum EventFormat {
  /** A JSON array, or a single object. */
  JSON {
    @Override
    List<SubmittedEvent> decode(byte[] body) {
      return EventDecoder.json(body);
    }
  },
  /** A JSON object a line. */
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
