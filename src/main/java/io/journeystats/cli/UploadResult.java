package io.journeystats.cli;

/** What became of an upload. */
public enum UploadResult {
  /** Every event was accepted. */
  ALL_ACCEPTED(0),
  /** The service has dealt with every event, and refused some. */
  SOME_REFUSED(1),
  /** It ended before the service had dealt with all events. */
  FAILED(2);

  private final int exitCode;

  UploadResult(int exitCode) {
    this.exitCode = exitCode;
  }

  /** What the process tells its caller. */
  public int exitCode() {
    return exitCode;
  }
}
