package io.journeystats.event;

/** The ends of records that are a line each. */
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
