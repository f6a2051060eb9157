package io.journeystats.event;

/** A delimiter of records of one line each. */
final class LineDelimiter implements RecordDelimiter {
  private boolean hasContent;

  @Override
  public boolean take(byte next) {
    if (next == '\n') {
      boolean ended = hasContent;
      hasContent = false;
      return ended;
    }
    hasContent |= next != ' ' && next != '\t' && next != '\r';
    return false;
  }
}
