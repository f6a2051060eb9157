package io.journeystats.export;

import io.journeystats.http.Cursor;
import java.util.List;

/**
 * Where an export stands in the list of its tenant's.
 *
 * @param createdAtMillis when it was asked for
 * @param id its id as text
 */
record ExportPosition(long createdAtMillis, String id) {
  /** Before all others. */
  static final ExportPosition FIRST = new ExportPosition(Long.MAX_VALUE, "");

  static ExportPosition of(ExportJob job) {
    return new ExportPosition(job.createdAt().toEpochMilli(), job.id().toString());
  }

  /** The key that a cursor has. */
  static ExportPosition of(List<String> parts) {
    return new ExportPosition(Cursor.number(parts.getFirst()), parts.getLast());
  }

  /** The key as a cursor has it. */
  List<String> parts() {
    return List.of(Long.toString(createdAtMillis), id);
  }
}
