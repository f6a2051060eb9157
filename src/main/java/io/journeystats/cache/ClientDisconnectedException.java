package io.journeystats.cache;

/** The caller has disconnected, and waits for no answer any more. */
public final class ClientDisconnectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; it is no fault, so it has no stack trace. */
  ClientDisconnectedException() {
    super("the client has disconnected", null, false, false);
  }
}
