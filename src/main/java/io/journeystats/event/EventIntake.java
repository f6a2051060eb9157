package io.journeystats.event;

import io.journeystats.erasure.ErasedUsers;
import io.journeystats.erasure.Tombstones;
import io.journeystats.journey.Journeys;
import io.journeystats.journey.RequestJourneys;
import io.journeystats.limit.ProcessorTurns;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The intake of events: it decodes and checks them, keeps the rejected ones, writes the others, and
 * notifies a listener. Every step is idempotent: sending the same events again changes nothing.
 */
public final class EventIntake {
  /** The API's description of the number of expired events. */
  public static final String IGNORED_EXPIRED =
      "The number of accepted events that were not stored because they are older than the"
          + " tenant's `retention_days`.";

  /** The size in bytes above which a body waits for a processor turn. */
  private static final int LARGE = 64 << 10;

  private static final Duration MAXIMUM_IMPORT_WAIT = Duration.ofMinutes(10);

  private final Journeys journeys;
  private final Function<TenantId, TenantData> data;
  private final EventWriter writer;
  private final RejectedEvents rejectedEvents;
  private final EventQuota quota;
  private final Tombstones tombstones;
  private final InstantSource clock;
  private final Consumer<EventBatch> stored;
  private final RecentEvents recent = new RecentEvents();
  private final TenantLimiter memory;
  private final ProcessorTurns processors;

  /**
   * Creates an intake.
   *
   * @param journeys the definitions that events are checked against
   * @param data returns the events that a tenant keeps now; earlier ones are not stored
   * @param writer stores the valid events
   * @param rejectedEvents stores the rejected events
   * @param quota limits the number of accepted events
   * @param tombstones the erased users
   * @param clock decides which times lie in the future
   * @param stored is called with every batch after it is stored and before the sender is answered
   * @param memory limits the heap that definitions take while events are checked
   * @param processors limits the number of large bodies that are processed at a time
   */
  public EventIntake(
      Journeys journeys,
      Function<TenantId, TenantData> data,
      EventWriter writer,
      RejectedEvents rejectedEvents,
      EventQuota quota,
      Tombstones tombstones,
      InstantSource clock,
      Consumer<EventBatch> stored,
      TenantLimiter memory,
      ProcessorTurns processors) {
    this.journeys = journeys;
    this.data = data;
    this.writer = writer;
    this.rejectedEvents = rejectedEvents;
    this.quota = quota;
    this.tombstones = tombstones;
    this.clock = clock;
    this.stored = stored;
    this.memory = memory;
    this.processors = processors;
  }

  /**
   * Takes in the events of one request. The accepted events are durable when this method returns.
   *
   * @throws io.journeystats.http.InvalidInputException if the body cannot be decoded; nothing is
   *     stored
   * @throws io.journeystats.http.TryAgainException if the tenant's quota is used up; nothing is
   *     stored
   * @throws io.journeystats.clickhouse.StoreUnavailableException if storing fails; the request can
   *     safely be sent again
   */
  public Receipt take(TenantId tenant, byte[] body, EventFormat format) {
    try (ProcessorTurns.Turn _ =
        body.length > LARGE ? processors.take(tenant.value()) : ProcessorTurns.Turn.NONE) {
      return take(tenant, new SubmittedEvents("", body, format.decode(body)), 0);
    }
  }

  /**
   * Takes in a chunk of an import, which waits longer for its turn. The turns of a tenant are
   * granted in order.
   */
  Receipt take(
      TenantId tenant, byte[] chunk, Function<byte[], SubmittedEvents> reader, long before) {
    try (ProcessorTurns.Turn _ = processors.take(tenant.value(), MAXIMUM_IMPORT_WAIT)) {
      return take(tenant, reader.apply(chunk), before);
    }
  }

  /**
   * Takes in decoded events.
   *
   * @param before the number of events that precede these in the request
   */
  Receipt take(TenantId tenant, SubmittedEvents sent, long before) {
    Instant now = clock.instant();
    TenantData kept = data.apply(tenant);
    Checked checked = check(tenant, sent, before, now);
    ErasedUsers erased = tombstones.users(tenant);
    List<Event> known =
        checked.accepted().stream()
            .filter(event -> !erased.isErased(event.userId(), event.time()))
            .toList();
    List<Event> counting = known.stream().filter(event -> kept.includes(event.time())).toList();
    RecentEvents.Unknown unknown = recent.unknown(tenant, counting);
    quota.take(tenant, unknown.events());
    rejectedEvents.keep(tenant, checked.rejected(), now);
    if (!counting.isEmpty()) {
      store(tenant, counting, unknown);
    }
    return new Receipt(
        checked.accepted().size(),
        checked.accepted().size() - known.size(),
        known.size() - counting.size(),
        checked.rejected().stream().map(RejectedEvent::rejection).toList());
  }

  private void store(TenantId tenant, List<Event> events, RecentEvents.Unknown unknown) {
    try {
      writer.write(tenant, events);
    } catch (RuntimeException failure) {
      // Some of the events may have been stored.
      stored.accept(EventBatch.of(tenant, events));
      throw failure;
    }
    recent.add(unknown);
    if (!unknown.events().isEmpty()) {
      stored.accept(EventBatch.of(tenant, unknown.events()));
    }
  }

  private Checked check(TenantId tenant, SubmittedEvents request, long before, Instant now) {
    List<SubmittedEvent> sent = request.events();
    List<@Nullable Event> events = checked(tenant, sent, now);
    Map<Identity, Event> known = HashMap.newHashMap(sent.size());
    List<Event> accepted = new ArrayList<>(sent.size());
    List<RejectedEvent> rejected = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      SubmittedEvent one = sent.get(index);
      Event event = events.get(index);
      if (event == null) {
        rejected.add(RejectedEvent.of(before + index, one, request));
      } else if (contradicts(known.putIfAbsent(Identity.of(event), event), event)) {
        one.raw()
            .addError(
                RawEventField.EVENT_ID,
                "must be unique: another event of this request has the same id and time but other"
                    + " content");
        rejected.add(RejectedEvent.of(before + index, one, request));
      } else {
        accepted.add(event);
      }
    }
    return new Checked(accepted, rejected);
  }

  /**
   * Returns the valid events, and null for others. Events of the same journey are checked together,
   * so that a request has only one journey definition in memory at a time.
   */
  private List<@Nullable Event> checked(TenantId tenant, List<SubmittedEvent> sent, Instant now) {
    NamedJourneys named = new NamedJourneys(tenant, new RequestJourneys(journeys), memory);
    EventRules rules = new EventRules(named, now.plus(EventTime.AHEAD));
    Map<String, List<Integer>> byJourney = new LinkedHashMap<>();
    for (int index = 0; index < sent.size(); index++) {
      byJourney
          .computeIfAbsent(
              sent.get(index).raw().text(RawEventField.JOURNEY_ID), _ -> new ArrayList<>())
          .add(index);
    }
    @Nullable Event[] events = new Event[sent.size()];
    for (List<Integer> some : byJourney.values()) {
      // Loads the journey on this thread: waiting for it would block threads that all requests
      // share.
      some.stream()
          .map(index -> sent.get(index).raw())
          .filter(EventRules::namesJourney)
          .findFirst()
          .ifPresent(raw -> {
            var _ = named.find(raw.text(RawEventField.JOURNEY_ID));
          });
      some.parallelStream()
          .forEach(index -> events[index] = rules.check(sent.get(index).raw()).orElse(null));
    }
    return Arrays.asList(events);
  }

  private static boolean contradicts(@Nullable Event known, Event event) {
    return known != null && !known.equals(event);
  }

  private record Checked(List<Event> accepted, List<RejectedEvent> rejected) {}

  /** The identity of an event within its tenant. */
  private record Identity(String eventId, Instant time) {
    static Identity of(Event event) {
      return new Identity(event.eventId(), event.time());
    }
  }

  /**
   * The outcome of the events of one request.
   *
   * @param accepted the number of valid events, including those that were stored before
   * @param ignoredErased the number of accepted events that are not stored because they precede the
   *     erasure of their user
   * @param ignoredExpired the number of other accepted events that are not stored because they are
   *     older than the retention period
   * @param rejected the invalid events, in the order of the request
   */
  @Schema(name = "EventReceipt")
  public record Receipt(
      int accepted,
      int ignoredErased,
      @Schema(description = IGNORED_EXPIRED) int ignoredExpired,
      List<Rejection> rejected) {}
}
