package io.journeystats.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/** What is said while a run goes on. */
final class Progress {
  private Progress() {}

  @FormatMethod
  static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
    System.out.flush();
  }
}
