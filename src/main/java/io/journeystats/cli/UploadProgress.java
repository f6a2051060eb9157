package io.journeystats.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * What shows how far an upload has come, to people only: a bar on the terminal, on standard error.
 *
 * @param bar the bar; empty where nobody looks
 */
record UploadProgress(Optional<ProgressBar> bar) implements AutoCloseable {
  private static final int MEBIBYTE = 1 << 20;

  static UploadProgress silent() {
    return new UploadProgress(Optional.empty());
  }

  /**
   * Begins to show.
   *
   * @param bytes how many there are to send; negative where that is not known
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
