package io.journeystats.webhook;

import java.util.concurrent.atomic.LongAdder;

/** Counters of the reports received since the start, by outcome. */
public final class WebhookCounters {
  private final LongAdder accepted = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder notOurs = new LongAdder();
  private final LongAdder ofOtherKinds = new LongAdder();
  private final LongAdder unsigned = new LongAdder();

  /** The number of reports accepted as events, including those that were stored before. */
  public long accepted() {
    return accepted.sum();
  }

  /** The number of reports about journeys' messages that break a rule of events. */
  public long rejected() {
    return rejected.sum();
  }

  /** The number of reports about messages that no journey sent. */
  public long notOurs() {
    return notOurs.sum();
  }

  /** The number of reports of a kind that no metric uses. */
  public long ofOtherKinds() {
    return ofOtherKinds.sum();
  }

  /** The number of requests refused because their signature is missing, invalid or too old. */
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
