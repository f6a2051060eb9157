package io.journeystats.openapi;

import java.util.ArrayList;
import java.util.List;

/** What the document should say, but the code does not: collected, to be reported all at once. */
final class DocumentationGaps {
  private final List<String> found = new ArrayList<>();

  /** Adds a gap: where it is, and how to close it. */
  void add(Object where, String advice) {
    found.add(where + ": " + advice);
  }

  List<String> all() {
    return List.copyOf(found);
  }
}
