package io.journeystats.bench;

/** Prints the progress of a run. */
final class Progress {
  private Progress() {}

  static void say(Object text) {
    System.out.println(text);
    System.out.flush();
  }
}
