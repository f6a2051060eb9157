package io.journeystats.webhook;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Striped;
import io.journeystats.event.EventFormat;
import io.journeystats.event.EventIntake;
import io.journeystats.event.EventTime;
import io.journeystats.event.StoredTimes;
import io.journeystats.journey.JourneyId;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.TenantId;
import jakarta.ws.rs.ForbiddenException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * The intake of providers' requests: it verifies the signature, reads the reports, and passes them
 * to the intake of events.
 */
public final class WebhookIntake {
  private final EventIntake events;
  private final StoredTimes times;
  private final TenantLimiter turns;
  private final Striped<Lock> factLocks = Striped.lazyWeakLock(1 << 16);
  private final WebhookCounters counters = new WebhookCounters();

  /**
   * Creates an intake.
   *
   * @param events takes in events
   * @param times looks up the times of stored events
   * @param turns limits the number of requests that are processed at a time
   */
  public WebhookIntake(EventIntake events, StoredTimes times, TenantLimiter turns) {
    this.events = events;
    this.times = times;
    this.turns = turns;
  }

  /** The counters of received reports. */
  public WebhookCounters figures() {
    return counters;
  }

  /**
   * Takes in the reports of a request. Their events are durable when this method returns.
   *
   * @throws ForbiddenException if the provider did not sign the request
   */
  Receipt take(TenantId tenant, Provider provider, Delivery delivery, byte[] body) {
    if (!provider.hasSigned(delivery, body)) {
      counters.refused();
      throw new ForbiddenException(
          "The request is not signed by this tenant's provider, or the signature is too old.");
    }
    try (TenantLimiter.Permit turn = turns.permit(tenant.value())) {
      turn.take(1);
      return take(tenant, provider, provider.read(delivery, body));
    }
  }

  private Receipt take(TenantId tenant, Provider provider, List<Report> reports) {
    List<Report.Fact> facts = new ArrayList<>();
    List<Report.Ignored> ignored = new ArrayList<>();
    for (Report report : reports) {
      switch (report) {
        case Report.Fact fact -> facts.add(fact);
        case Report.Ignored why -> ignored.add(why);
      }
    }
    EventIntake.Receipt taken =
        provider.mayChangeTimes()
            ? takeOneByOne(tenant, facts)
            : events.take(tenant, EventJson.of(facts), EventFormat.JSON);
    Receipt receipt =
        new Receipt(
            taken.accepted(),
            taken.ignoredErased(),
            taken.ignoredExpired(),
            taken.rejected().size(),
            ignored.size());
    // Counted last, because the provider repeats a request that could not be stored.
    counters.stored(receipt);
    ignored.forEach(counters::ignored);
    return receipt;
  }

  /**
   * Takes in facts that may be reported concurrently with different times. A repeated report waits
   * until the first is stored, and gets its time. Reports at other instances do not wait.
   */
  private EventIntake.Receipt takeOneByOne(TenantId tenant, List<Report.Fact> facts) {
    ImmutableList<Lock> locks =
        ImmutableList.copyOf(
            factLocks.bulkGet(
                facts.stream().map(fact -> List.of(tenant, fact.eventId())).toList()));
    locks.forEach(Lock::lock);
    try {
      return events.take(tenant, EventJson.of(atFirstTimes(tenant, facts)), EventFormat.JSON);
    } finally {
      locks.reverse().forEach(Lock::unlock);
    }
  }

  /** The facts with the times of their first reports, in this request or an earlier one. */
  private List<Report.Fact> atFirstTimes(TenantId tenant, List<Report.Fact> facts) {
    Map<String, StoredTimes.Candidate> candidates = new LinkedHashMap<>();
    for (Report.Fact fact : facts) {
      candidate(fact)
          .ifPresent(one ->
              candidates.merge(
                  one.eventId(),
                  one,
                  (known, other) -> other.time().isBefore(known.time()) ? other : known));
    }
    Map<String, Instant> stored =
        candidates.isEmpty() ? Map.of() : times.of(tenant, candidates.values());
    return facts.stream()
        .map(fact -> {
          StoredTimes.Candidate first = candidates.get(fact.eventId());
          return first == null ? fact : fact.at(stored.getOrDefault(fact.eventId(), first.time()));
        })
        .toList();
  }

  /** The stored event to look up; empty if the fact is going to be rejected. */
  private static Optional<StoredTimes.Candidate> candidate(Report.Fact fact) {
    Optional<JourneyId> journey =
        Optional.ofNullable(fact.ids().texts().get(MessageIds.JOURNEY)).flatMap(JourneyId::find);
    return EventTime.parse(fact.time())
        .flatMap(time ->
            journey.map(known ->
                new StoredTimes.Candidate(known, fact.outcome().type(), fact.eventId(), time)));
  }
}
