package io.journeystats.openapi;

import java.util.ArrayList;
import java.util.List;

/**
 * What the code does not say about its API, though the document should: gathered instead of thrown,
 * as a service with a gap in its description still serves. A test demands that there is none.
 */
final class Omissions {
  private final List<String> found = new ArrayList<>();

  /** Notes one: where, and what to do about it. */
  void add(String where, String advice) {
    found.add(where + ": " + advice);
  }

  List<String> all() {
    return List.copyOf(found);
  }
}
