package io.journeystats.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.journeystats.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Events as a request body of one JSON object a line. */
final class EventLines {
  private static final ObjectWriter WRITER =
      Json.mapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writerFor(DemoEvent.class);

  private EventLines() {}

  static byte[] of(List<DemoEvent> events) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(events.size() * 256);
    try {
      for (DemoEvent event : events) {
        WRITER.writeValue(body, event);
        body.write('\n');
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return body.toByteArray();
  }
}
