package io.journeystats.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A writer of reports as the request body that a sender of the same events would post. So they pass
 * the same rules as other events, and rejected ones are kept in the format of the API.
 */
final class EventJson {
  // Escaping passes unpaired surrogates on to the rules of events, which report them.
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private EventJson() {}

  /** Writes events as a JSON array. */
  static byte[] of(List<Report.Fact> facts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartArray();
      for (Report.Fact fact : facts) {
        write(fact, json);
      }
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return body.toByteArray();
  }

  private static void write(Report.Fact fact, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("event_id", fact.eventId());
    json.writeStringField("type", fact.outcome().type().key());
    json.writeStringField("channel", fact.channel().key());
    // Sorted, because a rejected event that is sent again is recognized by its text.
    for (Map.Entry<String, String> id : new TreeMap<>(fact.ids().texts()).entrySet()) {
      json.writeStringField(id.getKey(), id.getValue());
    }
    json.writeStringField("time", fact.time());
    json.writeStringField("reason", fact.outcome().reason());
    json.writeStringField("link_url", fact.outcome().linkUrl());
    if (fact.outcome().machine().isPresent()) {
      json.writeBooleanField("machine", fact.outcome().machine().get());
    }
    json.writeStringField("user_agent", fact.outcome().userAgent());
    json.writeEndObject();
  }
}
