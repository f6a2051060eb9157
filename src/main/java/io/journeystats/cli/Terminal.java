package io.journeystats.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The streams of a process.
 *
 * @param input what it may read
 * @param results where it tells what became of the events
 * @param messages where it tells what happens meanwhile
 * @param isWatched whether somebody sees it happen
 */
public record Terminal(
    InputStream input, PrintStream results, PrintStream messages, boolean isWatched) {
  UploadProgress gauge(long bytes) {
    return isWatched ? UploadProgress.onTerminal(bytes) : UploadProgress.silent();
  }
}
