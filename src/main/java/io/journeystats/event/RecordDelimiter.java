package io.journeystats.event;

/** A finder of the ends of records in a text, byte by byte. */
public sealed interface RecordDelimiter permits LineDelimiter, CsvRecordDelimiter {
  /** Takes the next byte and returns whether it ends a record. Empty records do not count. */
  boolean take(byte next);
}
