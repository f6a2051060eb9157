package io.journeystats.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * The progress display of an upload, a bar on standard error.
 *
 * @param bar the bar; empty if the command does not run interactively
 */
record UploadProgress(Optional<ProgressBar> bar) implements AutoCloseable {
  private static final int MEBIBYTE = 1 << 20;

  static UploadProgress silent() {
    return new UploadProgress(Optional.empty());
  }

  /**
   * Starts a display on the terminal.
   *
   * @param bytes the total number of bytes; negative if it is unknown
   */
  static UploadProgress onTerminal(long bytes) {
    return new UploadProgress(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName("Sending")
                .setInitialMax(bytes)
                .setUnit(" MiB", MEBIBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .build()));
  }

  void show(long bytes, long events) {
    bar.ifPresent(shown -> {
      shown.stepTo(bytes);
      shown.setExtraMessage(events + " events");
    });
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
