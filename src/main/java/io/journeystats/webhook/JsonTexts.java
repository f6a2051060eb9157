package io.journeystats.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.journeystats.http.InvalidInputException;
import io.journeystats.http.JsonFaults;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A reader of selected fields of a provider's JSON as text. Other fields are skipped without taking
 * memory, since providers add fields without notice.
 */
final class JsonTexts {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonTexts() {}

  /**
   * Reads a body.
   *
   * @param reading reads one value and leaves the parser at its end
   * @throws InvalidInputException if the body is not exactly one JSON value
   */
  static <T> T read(byte[] body, Reading<T> reading) {
    try (JsonParser json = JSON.createParser(body)) {
      T read = reading.read(json);
      if (json.nextToken() != null) {
        throw new InvalidInputException(
            JsonFaults.BODY, "must contain nothing after the JSON value");
      }
      return read;
    } catch (JsonProcessingException fault) {
      throw new InvalidInputException(List.of(JsonFaults.of(fault)));
    } catch (IOException _) {
      throw new InvalidInputException(JsonFaults.BODY, "must be JSON in UTF-8");
    }
  }

  /** Reads the object at the parser's current token, and leaves the parser at its end. */
  static Map<String, String> object(JsonParser json, Set<String> wanted) throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      field(json, wanted, texts);
    }
    return texts;
  }

  /**
   * Reads the field at the parser's current token; numbers become text. A field of a nested object
   * is selected as {@code object.field}.
   */
  static void field(JsonParser json, Set<String> wanted, Map<String, String> texts)
      throws IOException {
    field("", json, wanted, texts);
  }

  private static void field(
      String parent, JsonParser json, Set<String> wanted, Map<String, String> texts)
      throws IOException {
    String name = parent + json.currentName();
    JsonToken value = json.nextToken();
    if (value.isScalarValue()) {
      if (wanted.contains(name) && value != JsonToken.VALUE_NULL) {
        texts.put(name, json.getText());
      }
    } else if (value == JsonToken.START_OBJECT
        && wanted.stream().anyMatch(other -> other.startsWith(name + "."))) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        field(name + ".", json, wanted, texts);
      }
    } else {
      json.skipChildren();
    }
  }

  /** Reads a value from a parser that is at the beginning of a body. */
  interface Reading<T> {
    T read(JsonParser json) throws IOException;
  }
}
