package io.journeystats.cache;

/** Whoever asked has gone; nobody waits for the answer. */
public final class ClientDisconnectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception; it is no fault, so it keeps no stack trace. */
  ClientDisconnectedException() {
    super("the asker has gone", null, false, false);
  }
}
