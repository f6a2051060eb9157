package io.journeystats.csv;

/** How many records some CSV has so far, told by its bytes: a line's end in quotes is text. */
final class RecordCount {
  private long records;
  private boolean quoted;

  void add(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      byte next = bytes[i];
      if (next == '"') {
        // A quote in a text is two of them.
        quoted = !quoted;
      } else if (next == '\n' && !quoted) {
        records++;
      }
    }
  }

  long records() {
    return records;
  }
}
