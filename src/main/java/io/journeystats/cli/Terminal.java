package io.journeystats.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The standard streams of the upload command.
 *
 * @param input the standard input
 * @param results the stream for rejected events and totals
 * @param messages the stream for progress and errors
 * @param isInteractive whether a person watches the progress
 */
public record Terminal(
    InputStream input, PrintStream results, PrintStream messages, boolean isInteractive) {
  UploadProgress progress(long bytes) {
    return isInteractive ? UploadProgress.onTerminal(bytes) : UploadProgress.silent();
  }
}
