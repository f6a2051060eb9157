package io.journeystats.webhook;

import java.util.concurrent.atomic.LongAdder;

/** How much providers have reported since the start, and what it came to. */
public final class WebhookCounters {
  private final LongAdder accepted = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder notOurs = new LongAdder();
  private final LongAdder ofOtherKinds = new LongAdder();
  private final LongAdder unsigned = new LongAdder();

  /** Reports that were stored as events, known before or not. */
  public long accepted() {
    return accepted.sum();
  }

  /** Reports about messages of ours that break a rule of events. */
  public long rejected() {
    return rejected.sum();
  }

  /** Reports about messages without our ids. */
  public long notOurs() {
    return notOurs.sum();
  }

  /** Reports of a kind that no metric knows. */
  public long ofOtherKinds() {
    return ofOtherKinds.sum();
  }

  /** Requests that were refused as nobody, or somebody else, had signed them, or too long ago. */
  public long unsigned() {
    return unsigned.sum();
  }

  void refused() {
    unsigned.increment();
  }

  void stored(Receipt receipt) {
    accepted.add(receipt.accepted());
    rejected.add(receipt.rejected());
  }

  void ignored(Report.Ignored why) {
    switch (why) {
      case NOT_OURS -> notOurs.increment();
      case OTHER_KIND -> ofOtherKinds.increment();
    }
  }
}
