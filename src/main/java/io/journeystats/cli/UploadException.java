package io.journeystats.cli;

/** Thrown when an upload fails. It can safely be repeated from the start. */
final class UploadException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param reason a sentence for the user of the command
   */
  UploadException(String reason) {
    super(reason);
  }
}
