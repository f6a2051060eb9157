package io.journeystats.webhook;

import io.journeystats.http.InvalidInputException;
import io.journeystats.http.JsonFaults;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.jersey.uri.UriComponent;

/** A parsed {@code application/x-www-form-urlencoded} text. */
final class Form {
  private final MultivaluedMap<String, String> values;

  private Form(MultivaluedMap<String, String> values) {
    this.values = values;
  }

  /**
   * Parses a text.
   *
   * @throws InvalidInputException if the text is malformed
   */
  static Form parse(String text) {
    try {
      return new Form(UriComponent.decodeQuery(text, true, true));
    } catch (IllegalArgumentException _) {
      throw new InvalidInputException(
          JsonFaults.BODY,
          "must be a URL-encoded form, in which two hexadecimal digits follow each %");
    }
  }

  /** The first value of each name. */
  Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    values.forEach((name, all) -> texts.put(name, all.getFirst()));
    return texts;
  }

  /** All names and values, sorted by name and concatenated: the text that Twilio signs. */
  String joined() {
    StringBuilder joined = new StringBuilder();
    new TreeMap<>(values)
        .forEach((name, all) ->
            all.stream().distinct().sorted().forEach(value -> joined.append(name).append(value)));
    return joined.toString();
  }
}
