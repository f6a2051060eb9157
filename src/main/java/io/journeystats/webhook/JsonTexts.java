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
 * Reads from a provider's JSON the few texts that are looked for. Whatever else it holds is passed
 * over: providers add fields without notice, and nobody may fill memory with them.
 */
final class JsonTexts {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonTexts() {}

  /**
   * Reads a body.
   *
   * @param reading leaves the parser at the end of what it has read
   * @throws InvalidInputException where it is not JSON, or something stands behind it
   */
  static <T> T read(byte[] body, Reading<T> reading) {
    try (JsonParser json = JSON.createParser(body)) {
      T read = reading.read(json);
      if (json.nextToken() != null) {
        throw new InvalidInputException(JsonFaults.BODY, "must end after the one JSON text");
      }
      return read;
    } catch (JsonProcessingException fault) {
      throw new InvalidInputException(List.of(JsonFaults.of(fault)));
    } catch (IOException _) {
      throw new InvalidInputException(JsonFaults.BODY, "must be JSON in UTF-8");
    }
  }

  /** Reads the object that the parser stands on, and leaves the parser at its end. */
  static Map<String, String> object(JsonParser json, Set<String> wanted) throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      field(json, wanted, texts);
    }
    return texts;
  }

  /**
   * Reads the field that the parser stands on; numbers are texts too. What is in an object is
   * wanted as {@code object.field}.
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

  /** What is done with a parser that stands before a body. */
  interface Reading<T> {
    T read(JsonParser json) throws IOException;
  }
}
