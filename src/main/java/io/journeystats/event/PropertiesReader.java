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
 * Copies an event's properties into the compact JSON that is stored, checking what the database
 * could not read: names given twice, half surrogates, numbers beyond all doubles.
 */
final class PropertiesReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  /** Numbers of at most so many characters are stored as they are written. */
  private static final int PLAIN = 24;

  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

  /** Reads the value that the parser stands on. */
  void read(JsonParser json, RawEvent envelope) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      envelope.fault(RawEventField.PROPERTIES, "must be a JSON object");
      json.skipChildren();
      return;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = JSON.createGenerator(text)) {
      copyObject(json, copy, envelope);
    }
    String copied = text.toString();
    if (copied.getBytes(StandardCharsets.UTF_8).length > RawEventField.PROPERTIES.maximumLength()) {
      envelope.fault(RawEventField.PROPERTIES, "must be at most 16 KiB of JSON");
    }
    envelope.put(RawEventField.PROPERTIES, copied);
  }

  /** Without recursion: the sender chooses how deep an object is, and a thread's stack ends. */
  private static void copyObject(JsonParser json, JsonGenerator copy, RawEvent envelope)
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
            fault(envelope, name, "must be given only once");
          }
          copy.writeFieldName(wellFormed(name, name, envelope));
        }
        case VALUE_STRING -> copy.writeString(wellFormed(json.getText(), name(json), envelope));
        case VALUE_NUMBER_INT -> copyInteger(json.getBigIntegerValue(), copy, name(json), envelope);
        case VALUE_NUMBER_FLOAT -> copyFraction(json.getText(), copy, name(json), envelope);
        case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> copy.copyCurrentEvent(json);
        case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
            throw new IllegalStateException("not of a text: " + json.currentToken());
      }
      if (open > 0) {
        json.nextToken();
      }
    } while (open > 0);
  }

  /** The name of the closest property that the value is in. */
  private static String name(JsonParser json) {
    JsonStreamContext place = json.getParsingContext();
    while (!place.hasCurrentName()) {
      place = place.getParent();
    }
    return place.getCurrentName();
  }

  private static void copyInteger(
      BigInteger number, JsonGenerator copy, String name, RawEvent envelope) throws IOException {
    if (number.compareTo(SMALLEST) >= 0 && number.compareTo(LARGEST) <= 0) {
      copy.writeNumber(number);
    } else {
      // The database's JSON reader takes no integer beyond 64 bits, but any number with an
      // exponent.
      copyFraction(number + "e0", copy, name, envelope);
    }
  }

  private static void copyFraction(
      String number, JsonGenerator copy, String name, RawEvent envelope) throws IOException {
    double value = Double.parseDouble(number);
    if (value == 0 && number.length() > 4) {
      // Also where it is only too small for a double: the database knows no such exponents.
      copy.writeNumber("0.0");
    } else if (Double.isFinite(value)) {
      copy.writeNumber(number.length() > PLAIN ? normalised(new BigDecimal(number)) : number);
    } else {
      fault(envelope, name, "must be a number that a double can hold");
      copy.writeNull();
    }
  }

  /** With one digit before the point: the database's decimals take no number of many. */
  private static String normalised(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - number.scale();
    return "%s%s.%s0e%d"
        .formatted(
            number.signum() < 0 ? "-" : "", digits.substring(0, 1), digits.substring(1), exponent);
  }

  private static String wellFormed(String text, String name, RawEvent envelope) {
    if (!InputErrors.isUnicode(text)) {
      fault(envelope, name, "must be valid Unicode, but has half of a surrogate pair");
    }
    return text;
  }

  private static void fault(RawEvent envelope, String name, String message) {
    envelope.fault(RawEventField.PROPERTIES.key() + "." + TextChecks.printable(name), message);
  }
}
