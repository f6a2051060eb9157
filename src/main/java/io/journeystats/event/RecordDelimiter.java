package io.journeystats.event;

/** What tells, from the bytes of a text one after the other, where its records end. */
public sealed interface RecordDelimiter permits LineDelimiter, CsvRecordDelimiter {
  /** Takes the next byte; tells whether it ends a record, which one that is empty is not. */
  boolean take(byte next);
}
