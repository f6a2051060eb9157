package io.journeystats.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the newcomer sees: how far the filling has come, then where to go. */
public final class DemoConsole {
  private static final int BAR = 30;
  private static final int PLAIN_STEP = 10;

  private final PrintStream out;
  private final boolean terminal;
  private final Optional<String> fileCommand;
  private int shown = -PLAIN_STEP;

  /**
   * A console.
   *
   * @param out takes the text
   * @param terminal whether a line can be written over
   * @param fileCommand the command that shows a file of the service, where the newcomer does not
   *     see its disk; the file's path is put at its end
   */
  public DemoConsole(PrintStream out, boolean terminal, Optional<String> fileCommand) {
    this.out = out;
    this.terminal = terminal;
    this.fileCommand = fileCommand;
  }

  /** Where the newcomer finds what a file of the service holds. */
  String whereabouts(Path file) {
    return fileCommand.map(command -> "shown by: " + command + " " + file).orElse("in " + file);
  }

  /** Says something on a line of its own. */
  void say(String text) {
    out.println(text);
    out.flush();
  }

  /** Shows how far it has come. */
  void progress(int done, int all, long events) {
    int percent = (int) (100L * done / Math.max(1, all));
    String text = String.format(Locale.ROOT, "%3d %%, %,d events", percent, events);
    if (terminal) {
      int full = BAR * percent / 100;
      out.print("\rFilling the demo  " + "#".repeat(full) + ".".repeat(BAR - full) + " " + text);
      if (done == all) {
        out.println();
      }
    } else if (percent >= shown + PLAIN_STEP || done == all) {
      shown = percent - percent % PLAIN_STEP;
      out.println("Filling the demo: " + text.strip());
    }
    out.flush();
  }
}
