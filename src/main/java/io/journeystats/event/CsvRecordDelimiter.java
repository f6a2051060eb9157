package io.journeystats.event;

/**
 * The ends of records of CSV after RFC 4180: line breaks that stand in no quoted cell. What breaks
 * the rules ends at the next line break, so that it spoils no more than its own record.
 */
final class CsvRecordDelimiter implements RecordDelimiter {
  private State state = State.RECORD_BEGINS;

  private enum State {
    RECORD_BEGINS,
    CELL_BEGINS,
    PLAIN,
    QUOTED,
    /** A quote in a quoted cell: its end, or the first half of a quote that belongs to the text. */
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
