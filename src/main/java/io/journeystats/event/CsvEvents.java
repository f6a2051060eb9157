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
 * The reader of events from CSV, a record each. An empty cell is a field that the event lacks;
 * {@code properties} are the text of a JSON object.
 *
 * @param columns the fields that the cells hold
 */
record CsvEvents(CsvColumns columns) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String NO_RECORD =
      "must be one record of CSV, with quotes around cells as a whole";

  /** How many records are read at once. */
  private static final int TOGETHER = 64;

  private static final PropertiesReader PROPERTIES = new PropertiesReader();

  /**
   * Reads the columns.
   *
   * @param header the first record of a file
   * @throws InvalidInputException where it is no header of events
   */
  static CsvEvents under(byte[] header) {
    try {
      return new CsvEvents(CsvColumns.named(CsvText.header(header)));
    } catch (IOException _) {
      throw new InvalidInputException(
          "header", "must be the names of fields in UTF-8, with commas between them");
    }
  }

  /** Reads whole records; one that is none is an event refused. */
  SubmittedEvents read(byte[] piece) {
    return new SubmittedEvents(
        columns.header(),
        piece,
        Lists.partition(records(piece), TOGETHER).parallelStream()
            .flatMap(records -> read(piece, records).stream())
            .toList());
  }

  private static List<Range> records(byte[] piece) {
    CsvRecordDelimiter ends = new CsvRecordDelimiter();
    List<Range> records = new ArrayList<>();
    int start = 0;
    for (int index = 0; index < piece.length; index++) {
      if (ends.take(piece[index])) {
        records.add(Range.trimmed(piece, start, index));
        start = index + 1;
      }
    }
    Range last = Range.trimmed(piece, start, piece.length);
    if (last.start() < last.end()) {
      records.add(last);
    }
    return records;
  }

  /** Together where that can be done, as each reader needs a buffer. */
  private List<SubmittedEvent> read(byte[] piece, List<Range> records) {
    try {
      List<List<String>> cells =
          CsvText.records(piece, records.getFirst().start(), records.getLast().end());
      if (cells.size() == records.size()) {
        return Streams.zip(records.stream(), cells.stream(), this::event).toList();
      }
    } catch (IOException _) {
      // At least one of them is wrong; which one, they tell one by one.
    }
    return records.stream().map(record -> readAlone(piece, record)).toList();
  }

  private SubmittedEvent readAlone(byte[] piece, Range record) {
    try {
      List<List<String>> cells = CsvText.records(piece, record.start(), record.end());
      return cells.size() == 1 ? event(record, cells.getFirst()) : faulty(record, NO_RECORD);
    } catch (CharacterCodingException _) {
      return faulty(record, "must be in UTF-8");
    } catch (IOException _) {
      return faulty(record, NO_RECORD);
    }
  }

  private static SubmittedEvent faulty(Range record, String fault) {
    RawEvent envelope = new RawEvent();
    envelope.unreadable(fault);
    return new SubmittedEvent(envelope, record.start(), record.end());
  }

  private SubmittedEvent event(Range record, List<String> cells) {
    RawEvent envelope = new RawEvent();
    readCells(cells, envelope);
    return new SubmittedEvent(envelope, record.start(), record.end());
  }

  private void readCells(List<String> cells, RawEvent envelope) {
    List<RawEventField> fields = columns.fields();
    if (cells.size() != fields.size()) {
      envelope.unreadable(
          "must have as many cells as the header, which are %d, but has %d"
              .formatted(fields.size(), cells.size()));
      return;
    }
    for (int index = 0; index < cells.size(); index++) {
      if (!cells.get(index).isEmpty()) {
        readCell(fields.get(index), cells.get(index), envelope);
      }
    }
  }

  private static void readCell(RawEventField field, String cell, RawEvent envelope) {
    if (field == RawEventField.PROPERTIES) {
      readProperties(cell, envelope);
    } else if (field == RawEventField.MACHINE && !cell.equals("true") && !cell.equals("false")) {
      envelope.fault(field, "must be true or false");
    } else {
      RawEventReader.readText(cell, field, envelope);
    }
  }

  private static void readProperties(String cell, RawEvent envelope) {
    try (JsonParser json = JSON.createParser(cell)) {
      json.nextToken();
      PROPERTIES.read(json, envelope);
      if (json.nextToken() != null) {
        envelope.fault(RawEventField.PROPERTIES, "must be one JSON object and nothing else");
      }
    } catch (IOException e) {
      envelope.fault(RawEventField.PROPERTIES, EventDecoder.malformed(e));
    }
  }

  /** Where a record stands. */
  private record Range(int start, int end) {
    /** Without the line breaks before it. */
    static Range trimmed(byte[] piece, int start, int end) {
      int first = start;
      while (first < end && (piece[first] == '\n' || piece[first] == '\r')) {
        first++;
      }
      return new Range(first, end);
    }
  }
}
