package io.journeystats.export;

import io.journeystats.http.Cursor;
import java.util.List;

/**
 * Where an export stands in the list of its tenant's.
 *
 * @param createdAtMillis when it was asked for
 * @param id its id as text
 */
record ListKey(long createdAtMillis, String id) {
  /** Before all others. */
  static final ListKey FIRST = new ListKey(Long.MAX_VALUE, "");

  static ListKey of(ExportJob job) {
    return new ListKey(job.createdAt().toEpochMilli(), job.id().toString());
  }

  /** The key that a cursor has. */
  static ListKey of(List<String> parts) {
    return new ListKey(Cursor.number(parts.getFirst()), parts.getLast());
  }

  /** The key as a cursor has it. */
  List<String> parts() {
    return List.of(Long.toString(createdAtMillis), id);
  }
}
