package io.journeystats.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.journeystats.http.InputErrors;
import java.io.IOException;

/** Reads one event from JSON, noting every fault of form instead of stopping at the first. */
final class RawEventReader {
  private final PropertiesReader properties = new PropertiesReader();

  /**
   * Reads the value that the parser stands on and leaves the parser at its end.
   *
   * @throws com.fasterxml.jackson.core.JsonProcessingException where the text is not JSON
   */
  RawEvent read(JsonParser json) throws IOException {
    RawEvent envelope = new RawEvent();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      envelope.unreadable("must be a JSON object");
      json.skipChildren();
      return envelope;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      readField(json, name, envelope);
    }
    return envelope;
  }

  private void readField(JsonParser json, String name, RawEvent envelope) throws IOException {
    RawEventField field = RawEventField.find(name);
    JsonToken token = json.currentToken();
    if (field == null) {
      envelope.fault(TextChecks.printable(name), "is not a field of an event");
      json.skipChildren();
    } else if (token == JsonToken.VALUE_NULL) {
      envelope.put(field, "");
    } else if (field == RawEventField.PROPERTIES) {
      properties.read(json, envelope);
    } else if (field == RawEventField.MACHINE) {
      readFlag(json, envelope);
    } else if (token == JsonToken.VALUE_STRING) {
      readText(json.getText(), field, envelope);
    } else {
      envelope.fault(field, "must be a string");
      json.skipChildren();
    }
  }

  private static void readFlag(JsonParser json, RawEvent envelope) throws IOException {
    if (json.currentToken().isBoolean()) {
      envelope.put(RawEventField.MACHINE, json.getText());
    } else {
      envelope.fault(RawEventField.MACHINE, "must be true or false, not a text or number");
      json.skipChildren();
    }
  }

  /** Keeps a field's text, with what is wrong with it as a text. */
  static void readText(String text, RawEventField field, RawEvent envelope) {
    if (TextChecks.isLongerThan(text, field.maximumLength())) {
      envelope.fault(field, "must have at most " + field.maximumLength() + " characters");
    } else if (!InputErrors.isUnicode(text)) {
      envelope.fault(field, "must be valid Unicode, but has half of a surrogate pair");
    }
    envelope.put(field, text);
  }
}
