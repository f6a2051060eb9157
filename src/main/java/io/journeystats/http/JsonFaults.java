package io.journeystats.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.UUID;

/** The translation of Jackson's exceptions to {@link FieldError}s. */
public final class JsonFaults {
  /** The field name for errors of the request body as a whole. */
  public static final String BODY = "body";

  private JsonFaults() {}

  /** Returns the error with the path of the field or the position in the text. */
  public static FieldError of(JsonProcessingException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown ->
          new FieldError(path(unknown), "is not a known field");
      case InvalidFormatException invalid ->
          new FieldError(path(invalid), "must be " + expected(invalid.getTargetType()));
      case MismatchedInputException mismatched ->
          new FieldError(path(mismatched), "must be " + expected(mismatched.getTargetType()));
      case JsonMappingException mapping -> new FieldError(path(mapping), "cannot be read");
      case StreamConstraintsException bounds -> new FieldError(BODY, limitExceeded(bounds));
      default -> new FieldError(BODY, "is not valid JSON" + place(fault.getLocation()));
    };
  }

  /** Describes the exceeded JSON limit without the parser's name for it. */
  public static String limitExceeded(StreamConstraintsException bounds) {
    return "exceeds a limit on JSON: "
        + bounds.getOriginalMessage().replaceAll(", from `[^`]*`", "");
  }

  private static String path(JsonMappingException fault) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : fault.getPath()) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.isEmpty() ? BODY : path.toString();
  }

  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  private static String expected(Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type == String.class || type == CharSequence.class) {
      return "a string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "a whole number in range";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "an RFC 3339 time";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "an array";
    }
    return type.isEnum() ? "one of the known values" : "an object";
  }
}
