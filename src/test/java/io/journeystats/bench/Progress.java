package io.journeystats.bench;

/** What is said while a run goes on. */
final class Progress {
  private Progress() {}

  static void say(Object text) {
    System.out.println(text);
    System.out.flush();
  }
}
