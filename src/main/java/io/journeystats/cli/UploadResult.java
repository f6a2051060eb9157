package io.journeystats.cli;

/** The result of an upload. */
public enum UploadResult {
  /** Every event was accepted. */
  ALL_ACCEPTED(0),
  /** The service processed every event and rejected some. */
  SOME_REJECTED(1),
  /** The upload ended before the service had processed every event. */
  FAILED(2);

  private final int exitCode;

  UploadResult(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit code of the process. */
  public int exitCode() {
    return exitCode;
  }
}
