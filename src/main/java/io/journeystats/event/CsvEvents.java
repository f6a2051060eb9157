package io.journeystats.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import io.journeystats.http.InvalidInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader of events from CSV, with one event per record. An empty cell is an absent field; the
 * cell of {@code properties} contains a JSON object.
 *
 * @param columns the columns of the file
 */
record CsvEvents(CsvColumns columns) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String NO_RECORD =
      "must be one CSV record, with quotes only around whole cells";

  /** The number of records that one parser reads. */
  private static final int BATCH = 64;

  private static final PropertiesReader PROPERTIES = new PropertiesReader();

  /**
   * Returns a reader for a file with a header.
   *
   * @param header the first record of the file
   * @throws InvalidInputException if the header is invalid
   */
  static CsvEvents withHeader(byte[] header) {
    try {
      return new CsvEvents(CsvColumns.of(CsvText.header(header)));
    } catch (IOException _) {
      throw new InvalidInputException(
          "header", "must be field names in UTF-8, separated by commas");
    }
  }

  /** Reads whole records. An unreadable record becomes a rejected event. */
  SubmittedEvents read(byte[] chunk) {
    return new SubmittedEvents(
        columns.header(),
        chunk,
        Lists.partition(records(chunk), BATCH).parallelStream()
            .flatMap(records -> read(chunk, records).stream())
            .toList());
  }

  private static List<Range> records(byte[] chunk) {
    CsvRecordDelimiter delimiter = new CsvRecordDelimiter();
    List<Range> records = new ArrayList<>();
    int start = 0;
    for (int index = 0; index < chunk.length; index++) {
      if (delimiter.take(chunk[index])) {
        records.add(Range.trimmed(chunk, start, index));
        start = index + 1;
      }
    }
    Range last = Range.trimmed(chunk, start, chunk.length);
    if (last.start() < last.end()) {
      records.add(last);
    }
    return records;
  }

  /** Reads the records with one parser if possible, since each parser allocates a buffer. */
  private List<SubmittedEvent> read(byte[] chunk, List<Range> records) {
    try {
      List<List<String>> cells =
          CsvText.records(chunk, records.getFirst().start(), records.getLast().end());
      if (cells.size() == records.size()) {
        return Streams.zip(records.stream(), cells.stream(), this::event).toList();
      }
    } catch (IOException _) {
      // At least one record is invalid; reading each alone shows which.
    }
    return records.stream().map(record -> readAlone(chunk, record)).toList();
  }

  private SubmittedEvent readAlone(byte[] chunk, Range record) {
    try {
      List<List<String>> cells = CsvText.records(chunk, record.start(), record.end());
      return cells.size() == 1 ? event(record, cells.getFirst()) : unreadable(record, NO_RECORD);
    } catch (CharacterCodingException _) {
      return unreadable(record, "must be in UTF-8");
    } catch (IOException _) {
      return unreadable(record, NO_RECORD);
    }
  }

  private static SubmittedEvent unreadable(Range record, String error) {
    RawEvent raw = new RawEvent();
    raw.markUnreadable(error);
    return new SubmittedEvent(raw, record.start(), record.end());
  }

  private SubmittedEvent event(Range record, List<String> cells) {
    RawEvent raw = new RawEvent();
    readCells(cells, raw);
    return new SubmittedEvent(raw, record.start(), record.end());
  }

  private void readCells(List<String> cells, RawEvent raw) {
    List<RawEventField> fields = columns.fields();
    if (cells.size() != fields.size()) {
      raw.markUnreadable(
          "must have %d cells like the header, but has %d".formatted(fields.size(), cells.size()));
      return;
    }
    for (int index = 0; index < cells.size(); index++) {
      if (!cells.get(index).isEmpty()) {
        readCell(fields.get(index), cells.get(index), raw);
      }
    }
  }

  private static void readCell(RawEventField field, String cell, RawEvent raw) {
    if (field == RawEventField.PROPERTIES) {
      readProperties(cell, raw);
    } else if (field == RawEventField.MACHINE && !cell.equals("true") && !cell.equals("false")) {
      raw.addError(field, "must be true or false");
    } else {
      RawEventReader.readText(cell, field, raw);
    }
  }

  private static void readProperties(String cell, RawEvent raw) {
    try (JsonParser json = JSON.createParser(cell)) {
      json.nextToken();
      PROPERTIES.read(json, raw);
      if (json.nextToken() != null) {
        raw.addError(RawEventField.PROPERTIES, "must be exactly one JSON object");
      }
    } catch (IOException e) {
      raw.addError(RawEventField.PROPERTIES, EventDecoder.malformed(e));
    }
  }

  /** The position of a record in the bytes that are read. */
  private record Range(int start, int end) {
    /** A range without leading line breaks. */
    static Range trimmed(byte[] chunk, int start, int end) {
      int first = start;
      while (first < end && (chunk[first] == '\n' || chunk[first] == '\r')) {
        first++;
      }
      return new Range(first, end);
    }
  }
}
