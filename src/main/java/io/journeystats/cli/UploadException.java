package io.journeystats.cli;

/** The end of an upload before its time; sending everything again is safe. */
final class UploadException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param reason a sentence for whoever started the upload
   */
  UploadException(String reason) {
    super(reason);
  }
}
