package io.journeystats.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.journeystats.http.InputErrors;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * A reader of an event's properties. It copies them to the compact JSON that is stored, and reports
 * what the database could not read: duplicate names, unpaired surrogates and numbers beyond the
 * range of a double.
 */
final class PropertiesReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  /** The maximum length of a number that is stored as it was sent. */
  private static final int MAXIMUM_PLAIN_LENGTH = 24;

  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

  /** Reads the value at the parser's current token. */
  void read(JsonParser json, RawEvent raw) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      raw.addError(RawEventField.PROPERTIES, "must be a JSON object");
      json.skipChildren();
      return;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = JSON.createGenerator(text)) {
      copyObject(json, copy, raw);
    }
    String copied = text.toString();
    if (copied.getBytes(StandardCharsets.UTF_8).length > RawEventField.PROPERTIES.maximumLength()) {
      raw.addError(RawEventField.PROPERTIES, "must have at most 16 KiB of JSON");
    }
    raw.put(RawEventField.PROPERTIES, copied);
  }

  /**
   * Works without recursion, since the sender chooses the depth and a thread's stack is limited.
   */
  private static void copyObject(JsonParser json, JsonGenerator copy, RawEvent raw)
      throws IOException {
    Deque<Set<String>> namesOfOpenObjects = new ArrayDeque<>();
    int open = 0;
    do {
      switch (json.currentToken()) {
        case START_OBJECT -> {
          namesOfOpenObjects.push(new HashSet<>());
          copy.writeStartObject();
          open++;
        }
        case END_OBJECT -> {
          namesOfOpenObjects.pop();
          copy.writeEndObject();
          open--;
        }
        case START_ARRAY -> {
          copy.writeStartArray();
          open++;
        }
        case END_ARRAY -> {
          copy.writeEndArray();
          open--;
        }
        case FIELD_NAME -> {
          String name = json.currentName();
          if (!namesOfOpenObjects.getFirst().add(name)) {
            addError(raw, name, "must be given only once");
          }
          copy.writeFieldName(wellFormed(name, name, raw));
        }
        case VALUE_STRING -> copy.writeString(wellFormed(json.getText(), name(json), raw));
        case VALUE_NUMBER_INT -> copyInteger(json.getBigIntegerValue(), copy, name(json), raw);
        case VALUE_NUMBER_FLOAT -> copyFraction(json.getText(), copy, name(json), raw);
        case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> copy.copyCurrentEvent(json);
        case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
            throw new IllegalStateException("unexpected token: " + json.currentToken());
      }
      if (open > 0) {
        json.nextToken();
      }
    } while (open > 0);
  }

  /** The name of the innermost property that contains the value. */
  private static String name(JsonParser json) {
    JsonStreamContext place = json.getParsingContext();
    while (!place.hasCurrentName()) {
      place = place.getParent();
    }
    return place.getCurrentName();
  }

  private static void copyInteger(BigInteger number, JsonGenerator copy, String name, RawEvent raw)
      throws IOException {
    if (number.compareTo(SMALLEST) >= 0 && number.compareTo(LARGEST) <= 0) {
      copy.writeNumber(number);
    } else {
      // The database's JSON parser refuses integers beyond 64 bits, but accepts an exponent.
      copyFraction(number + "e0", copy, name, raw);
    }
  }

  private static void copyFraction(String number, JsonGenerator copy, String name, RawEvent raw)
      throws IOException {
    double value = Double.parseDouble(number);
    if (value == 0 && number.length() > 4) {
      // Also for numbers too small for a double, whose exponents the database refuses.
      copy.writeNumber("0.0");
    } else if (Double.isFinite(value)) {
      copy.writeNumber(
          number.length() > MAXIMUM_PLAIN_LENGTH ? normalised(new BigDecimal(number)) : number);
    } else {
      addError(raw, name, "must be a number in the range of a double");
      copy.writeNull();
    }
  }

  /** One digit before the point: the database's decimals refuse long integers. */
  private static String normalised(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - number.scale();
    return "%s%s.%s0e%d"
        .formatted(
            number.signum() < 0 ? "-" : "", digits.substring(0, 1), digits.substring(1), exponent);
  }

  private static String wellFormed(String text, String name, RawEvent raw) {
    if (!InputErrors.isUnicode(text)) {
      addError(raw, name, "must be valid Unicode, but contains an unpaired surrogate");
    }
    return text;
  }

  private static void addError(RawEvent raw, String name, String message) {
    raw.addError(RawEventField.PROPERTIES.key() + "." + TextChecks.printable(name), message);
  }
}
