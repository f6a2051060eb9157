package io.journeystats.cache;

/** Who asks for an answer. */
public interface QueryCaller {
  /** Somebody who takes what is remembered and stays until there is an answer. */
  QueryCaller PATIENT =
      new QueryCaller() {
        @Override
        public boolean wantsFreshAnswer() {
          return false;
        }

        @Override
        public void learn(Freshness freshness) {}

        @Override
        public Attendance attend(Runnable leaving) {
          return () -> {};
        }
      };

  /** Tells whether the answer must reflect every event accepted so far. */
  boolean wantsFreshAnswer();

  /** Is told how old the answer is. */
  void learn(Freshness freshness);

  /**
   * Begins to wait.
   *
   * @param leaving is run if the asker goes away meanwhile; must be quick
   */
  Attendance attend(Runnable leaving);

  /** The time for which an asker waits. */
  interface Attendance extends AutoCloseable {
    /** Ends the wait; from then on nobody is told that the asker left. */
    @Override
    void close();
  }
}
