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
 * The way of events into the store: read, checked, refused ones kept, the others written, and those
 * told who depend on them. Every step may be done again: the same events sent twice change nothing.
 */
public final class EventIntake {
  /** What is said of events that are too old. */
  public static final String IGNORED_EXPIRED =
      "How many of the accepted events were not stored, as they are older than what the tenant"
          + " keeps (`retention_days`).";

  /** The bytes of a body beyond which it takes its turn. */
  private static final int LARGE = 64 << 10;

  private static final Duration PATIENCE_WITH_IMPORTS = Duration.ofMinutes(10);

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
   * Puts the steps together.
   *
   * @param journeys the definitions that events are checked against
   * @param data the events of a tenant that are kept now; earlier ones are not stored
   * @param writer stores events
   * @param rejectedEvents keeps refused ones
   * @param quota bounds how many are accepted
   * @param tombstones tells which users were erased
   * @param clock tells which times lie in the future
   * @param stored is told of every batch once it is stored, before the sender is
   * @param memory what definitions take of the heap while events are checked against them
   * @param processors the turns of large bodies
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
   * Takes in the events of one request; when this returns, the accepted ones are durable.
   *
   * @throws io.journeystats.http.InvalidInputException where the body cannot be taken apart;
   *     nothing is stored then
   * @throws io.journeystats.http.TryAgainException where the tenant may send no more today; nothing
   *     is stored then
   * @throws io.journeystats.clickhouse.StoreUnavailableException where storing failed; sending
   *     again is safe
   */
  public Receipt take(TenantId tenant, byte[] body, EventFormat format) {
    try (ProcessorTurns.Turn _ =
        body.length > LARGE ? processors.take(tenant.value()) : ProcessorTurns.Turn.NONE) {
      return take(tenant, new SubmittedEvents("", body, format.decode(body)), 0);
    }
  }

  /**
   * The same for a piece of an import, which may wait as long as it takes: the turns of its tenant
   * come in their order.
   */
  Receipt take(
      TenantId tenant, byte[] piece, Function<byte[], SubmittedEvents> reader, long before) {
    try (ProcessorTurns.Turn _ = processors.take(tenant.value(), PATIENCE_WITH_IMPORTS)) {
      return take(tenant, reader.apply(piece), before);
    }
  }

  /**
   * The same for events that were read already.
   *
   * @param before how many events of the same request went before these
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
    rejectedEvents.keep(tenant, checked.refused(), now);
    if (!counting.isEmpty()) {
      store(tenant, counting, unknown);
    }
    return new Receipt(
        checked.accepted().size(),
        checked.accepted().size() - known.size(),
        known.size() - counting.size(),
        checked.refused().stream().map(RefusedEvent::rejection).toList());
  }

  private void store(TenantId tenant, List<Event> events, RecentEvents.Unknown unknown) {
    try {
      writer.write(tenant, events);
    } catch (RuntimeException failure) {
      // A part may be stored.
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
    List<RefusedEvent> refused = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      SubmittedEvent one = sent.get(index);
      Event event = events.get(index);
      if (event == null) {
        refused.add(RefusedEvent.of(before + index, one, request));
      } else if (contradicts(known.putIfAbsent(Identity.of(event), event), event)) {
        one.envelope()
            .fault(
                RawEventField.EVENT_ID, "names another event of this request with the same time");
        refused.add(RefusedEvent.of(before + index, one, request));
      } else {
        accepted.add(event);
      }
    }
    return new Checked(accepted, refused);
  }

  /**
   * The events that keep all rules, null for others. Those of a journey are checked together, so
   * that however many journeys a request names, one definition at a time is in memory for it.
   */
  private List<@Nullable Event> checked(TenantId tenant, List<SubmittedEvent> sent, Instant now) {
    NamedJourneys named = new NamedJourneys(tenant, new RequestJourneys(journeys), memory);
    EventRules rules = new EventRules(named, now.plus(EventTime.AHEAD));
    Map<String, List<Integer>> byJourney = new LinkedHashMap<>();
    for (int index = 0; index < sent.size(); index++) {
      byJourney
          .computeIfAbsent(
              sent.get(index).envelope().text(RawEventField.JOURNEY_ID), _ -> new ArrayList<>())
          .add(index);
    }
    @Nullable Event[] events = new Event[sent.size()];
    for (List<Integer> some : byJourney.values()) {
      // Looked for here: what it may have to wait for would hold the threads that all requests
      // share.
      some.stream()
          .map(index -> sent.get(index).envelope())
          .filter(EventRules::namesJourney)
          .findFirst()
          .ifPresent(envelope -> {
            var _ = named.find(envelope.text(RawEventField.JOURNEY_ID));
          });
      some.parallelStream()
          .forEach(index -> events[index] = rules.check(sent.get(index).envelope()).orElse(null));
    }
    return Arrays.asList(events);
  }

  private static boolean contradicts(@Nullable Event known, Event event) {
    return known != null && !known.equals(event);
  }

  private record Checked(List<Event> accepted, List<RefusedEvent> refused) {}

  /** What makes two events of a tenant one. */
  private record Identity(String eventId, Instant time) {
    static Identity of(Event event) {
      return new Identity(event.eventId(), event.time());
    }
  }

  /**
   * What became of the events of one request.
   *
   * @param accepted how many were valid, whether known before or not
   * @param ignoredErased how many of these are not stored, as they are from before their users were
   *     erased
   * @param ignoredExpired how many of the others are not stored, as they are older than what is
   *     kept
   * @param rejected those that were not valid, in the order of the request
   */
  @Schema(name = "EventReceipt")
  public record Receipt(
      int accepted,
      int ignoredErased,
      @Schema(description = IGNORED_EXPIRED) int ignoredExpired,
      List<Rejection> rejected) {}
}
