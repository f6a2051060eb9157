package io.journeystats.event;

/**
 * A delimiter of CSV records by RFC 4180: a line break outside quoted cells ends a record. A
 * malformed record ends at the next line break, so that it does not affect the following records.
 */
final class CsvRecordDelimiter implements RecordDelimiter {
  private State state = State.RECORD_BEGINS;

  private enum State {
    RECORD_BEGINS,
    CELL_BEGINS,
    PLAIN,
    QUOTED,
    /**
     * After a quote in a quoted cell: the end of the cell, or the first half of an escaped quote.
     */
    QUOTED_THEN_QUOTE
  }

  @Override
  public boolean take(byte next) {
    boolean ended = next == '\n' || next == '\r';
    ended &= state != State.RECORD_BEGINS && state != State.QUOTED;
    state = following(next);
    return ended;
  }

  private State following(byte next) {
    return switch (state) {
      case QUOTED -> next == '"' ? State.QUOTED_THEN_QUOTE : State.QUOTED;
      case QUOTED_THEN_QUOTE -> next == '"' ? State.QUOTED : unquoted(next);
      case RECORD_BEGINS, CELL_BEGINS -> next == '"' ? State.QUOTED : unquoted(next);
      case PLAIN -> unquoted(next);
    };
  }

  private static State unquoted(byte next) {
    return switch (next) {
      case '\n', '\r' -> State.RECORD_BEGINS;
      case ',' -> State.CELL_BEGINS;
      default -> State.PLAIN;
    };
  }
}
