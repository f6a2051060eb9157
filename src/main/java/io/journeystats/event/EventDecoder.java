package io.journeystats.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.journeystats.http.InvalidInputException;
import io.journeystats.http.JsonFaults;
import io.journeystats.http.PayloadTooLargeException;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A decoder of the events in a request body. */
final class EventDecoder {
  /** The maximum number of events in a request. */
  static final int MAXIMUM_EVENTS = 50_000;

  private static final JsonFactory JSON = new JsonFactory();

  /** The number of bytes that one thread decodes at a time. */
  private static final int PIECE = 512 * 1024;

  private final byte[] body;
  private final RawEventReader reader = new RawEventReader();
  private final List<SubmittedEvent> events = new ArrayList<>();

  private EventDecoder(byte[] body) {
    this.body = body;
  }

  /**
   * Decodes a JSON array of events or a single event.
   *
   * @throws InvalidInputException if the body is not JSON; no event of it is used then
   */
  static List<SubmittedEvent> json(byte[] body) {
    return new EventDecoder(body).readJson();
  }

  /**
   * Decodes one event per line. A line that is not JSON becomes a rejected event; empty lines are
   * skipped.
   */
  static List<SubmittedEvent> lines(byte[] body) {
    List<SubmittedEvent> events =
        pieces(body).parallelStream()
            .map(piece -> new EventDecoder(body).readLines(piece))
            .flatMap(List::stream)
            .toList();
    if (events.size() > MAXIMUM_EVENTS) {
      throw tooMany();
    }
    return events;
  }

  /** Cuts a body at line ends, so that each piece contains whole lines. */
  private static List<Piece> pieces(byte[] body) {
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    while (start < body.length) {
      int end = endOfLine(body, Math.min(start + PIECE, body.length), body.length);
      pieces.add(new Piece(start, end));
      start = end + 1;
    }
    return pieces;
  }

  private static int endOfLine(byte[] body, int start, int limit) {
    int end = start;
    while (end < limit && body[end] != '\n') {
      end++;
    }
    return end;
  }

  /** A range of whole lines, from the start of the first to the end of the last. */
  private record Piece(int start, int end) {}

  private List<SubmittedEvent> readJson() {
    try (JsonParser json = parser(0, body.length)) {
      JsonToken first = json.nextToken();
      if (first == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          readEvent(json, 0);
          if (events.size() > MAXIMUM_EVENTS) {
            throw tooMany();
          }
        }
      } else if (first == JsonToken.START_OBJECT) {
        readEvent(json, 0);
      } else {
        throw new InvalidInputException("body", "must be a JSON array of events or a single event");
      }
      if (json.nextToken() != null) {
        throw new InvalidInputException("body", "must contain nothing after the events");
      }
      return events;
    } catch (IOException e) {
      throw new InvalidInputException("body", malformed(e));
    }
  }

  /** Stops after too many events; the caller, which joins the pieces, then refuses the body. */
  private List<SubmittedEvent> readLines(Piece piece) {
    int start = piece.start();
    while (start < piece.end() && events.size() <= MAXIMUM_EVENTS) {
      int end = endOfLine(body, start, piece.end());
      readLine(start, end);
      start = end + 1;
    }
    return events;
  }

  private void readLine(int start, int end) {
    try (JsonParser json = parser(start, end)) {
      if (json.nextToken() == null) {
        return;
      }
      readEvent(json, start);
      if (json.nextToken() != null) {
        events.getLast().raw().addError("event", "must be the only JSON value on its line");
      }
    } catch (IOException e) {
      RawEvent raw = new RawEvent();
      raw.markUnreadable(malformed(e));
      events.add(new SubmittedEvent(raw, start, end));
    }
  }

  private void readEvent(JsonParser json, int offset) throws IOException {
    int start = offset + (int) json.currentTokenLocation().getByteOffset();
    RawEvent raw = reader.read(json);
    int end = offset + (int) json.currentLocation().getByteOffset();
    events.add(new SubmittedEvent(raw, start, end));
  }

  private static PayloadTooLargeException tooMany() {
    return new PayloadTooLargeException("A request may contain at most 50,000 events.");
  }

  /**
   * Refuses UTF-16 and UTF-32, which the parser would detect: their first four bytes contain a zero
   * or a byte order mark.
   */
  private JsonParser parser(int start, int end) throws IOException {
    for (int index = start; index < Math.min(start + 4, end); index++) {
      if (body[index] == 0 || body[index] == (byte) 0xFE || body[index] == (byte) 0xFF) {
        throw new CharConversionException("not UTF-8");
      }
    }
    return JSON.createParser(body, start, end - start);
  }

  /** The error message for a text that could not be parsed as JSON. */
  static String malformed(IOException e) {
    if (e instanceof StreamConstraintsException bounds) {
      return JsonFaults.limitExceeded(bounds);
    }
    JsonLocation location = e instanceof JsonProcessingException json ? json.getLocation() : null;
    return location == null
        ? "must be JSON in UTF-8"
        : "must be JSON, but is malformed at line "
            + location.getLineNr()
            + ", column "
            + location.getColumnNr();
  }
}
