package io.journeystats.cache;

/** The caller of a query. */
public interface QueryCaller {
  /** A caller inside the service: it accepts cached answers and never disconnects. */
  QueryCaller INTERNAL =
      new QueryCaller() {
        @Override
        public boolean wantsFreshAnswer() {
          return false;
        }

        @Override
        public void recordFreshness(Freshness freshness) {}

        @Override
        public Registration onDisconnect(Runnable leaving) {
          return () -> {};
        }
      };

  /** Whether the answer must reflect every event accepted so far. */
  boolean wantsFreshAnswer();

  /** Records how old an answer is. */
  void recordFreshness(Freshness freshness);

  /**
   * Registers a listener.
   *
   * @param leaving runs if the caller disconnects while registered; must be quick
   */
  Registration onDisconnect(Runnable leaving);

  /** A registered listener. */
  interface Registration extends AutoCloseable {
    /** Removes the listener. */
    @Override
    void close();
  }
}
