package io.journeystats.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.clickhouse.ChangeWatch;
import io.journeystats.clickhouse.EventSourcedState;
import io.journeystats.http.ConflictException;
import io.journeystats.http.Json;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.PreconditionFailedException;
import io.journeystats.http.RequestMemory;
import io.journeystats.tenant.Limit;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.TenantLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * The journeys of every tenant: what lists show is read from memory, definitions within its bounds,
 * histories from the log; changed in ClickHouse.
 */
public final class JourneyCatalogue implements Journeys, Managed {
  /** What is about all journeys of a tenant. */
  private static final JourneyId NONE = new JourneyId(new UUID(0, 0));

  private final ChangeLog log;
  private final EventSourcedState<JourneyDirectory> catalogue;
  private final Definitions definitions;
  private final JourneyLimits limits;
  private final InstantSource clock;
  private final ObjectMapper json = Json.mapper();

  /** The journeys that this database keeps, within the usual limits. */
  public JourneyCatalogue(DSLContext database, InstantSource clock) {
    var watch = new ChangeWatch(database);
    this(database, CatalogueMemory.ofHeap(), _ -> TenantLimits.USUAL, clock, watch);
  }

  /** The journeys that this database keeps; to be started before the first request. */
  public JourneyCatalogue(
      DSLContext database,
      CatalogueMemory memory,
      Function<TenantId, TenantLimits> limits,
      InstantSource clock,
      ChangeWatch watch) {
    this.log = new ChangeLog(database, ChangeLog.JOURNEYS);
    this.definitions = new Definitions(log, memory);
    this.catalogue = new EventSourcedState<>(log, JourneyDirectory.EMPTY, this::after, watch);
    this.limits = new JourneyLimits(memory.journeys(), limits, clock);
    this.clock = clock;
  }

  private JourneyDirectory after(JourneyDirectory present, List<Change> changes) {
    JourneyDirectory next = present.after(changes);
    for (Change change : changes) {
      TenantId tenant = new TenantId(change.tenant());
      JourneyId id = new JourneyId(UUID.fromString(change.subject()));
      long before = present.find(tenant, id).map(StoredJourney::definedAt).orElse(0L);
      long after = next.find(tenant, id).map(StoredJourney::definedAt).orElse(0L);
      if (after == change.position()) {
        definitions.remember(change);
      }
      if (next.of(tenant).isGone()) {
        present.of(tenant).definedAt().forEach(definitions::forget);
      }
      if (before != after) {
        definitions.forget(before);
      }
    }
    return next;
  }

  @Override
  public Optional<Journey> find(TenantId tenant, JourneyId journey) {
    return catalogue.state().find(tenant, journey).map(this::defined);
  }

  @Override
  public Optional<JourneyHead> head(TenantId tenant, JourneyId journey) {
    return catalogue.state().find(tenant, journey).map(StoredJourney::head);
  }

  @Override
  public void refresh() {
    catalogue.refresh();
  }

  @Override
  public List<JourneyHead> all(TenantId tenant) {
    return catalogue.state().of(tenant).journeys().values().stream()
        .map(StoredJourney::head)
        .toList();
  }

  /** An object that stays the same as long as nothing of the tenant's journeys is changed. */
  public Object revision(TenantId tenant) {
    return catalogue.state().of(tenant);
  }

  private Journey defined(StoredJourney stored) {
    Definition definition = definitions.of(stored.definedAt());
    return new Journey(stored.head(), definition.steps(), definition.goals());
  }

  private VersionedJourney versioned(StoredJourney stored) {
    return new VersionedJourney(defined(stored), stored.version());
  }

  /** The tenant's journey with its version. */
  VersionedJourney versioned(TenantId tenant, JourneyId id) {
    return versioned(required(catalogue.state(), tenant, id));
  }

  /** The head of the tenant's journey, which has to be there. */
  JourneyHead requiredHead(TenantId tenant, JourneyId id) {
    return required(catalogue.state(), tenant, id).head();
  }

  /**
   * What was changed of the tenant's journey, also of a deleted one.
   *
   * @param memory has to have room for the changes that are read at once
   */
  JourneyHistory history(TenantId tenant, JourneyId id, RequestMemory memory) {
    JourneyHistory history = JourneyHistory.read(log, tenant, id, memory);
    if (history.entries().isEmpty()) {
      throw unknown(id);
    }
    return history;
  }

  /** How much of a limit a tenant uses. */
  public long used(TenantId tenant, Limit limit) {
    return catalogue.state().of(tenant).used(limit);
  }

  /**
   * Creates a draft.
   *
   * @param wished the id, if one was wished
   * @param copyOf the journey it is a copy of, if it is one
   * @throws ConflictException where the tenant has or had a journey with that id, or as much as it
   *     may
   */
  VersionedJourney create(
      Author author,
      Optional<JourneyId> wished,
      JourneyType type,
      Definition definition,
      Optional<JourneyId> copyOf) {
    JourneyId id = wished.orElseGet(() -> new JourneyId(UUID.randomUUID()));
    JourneyChange change = new JourneyChange.Created(type, definition, copyOf);
    return change(
        author,
        id,
        directory -> {
          if (directory.find(author.tenant(), id).isPresent()) {
            throw new ConflictException("The journey " + id + " exists already.");
          }
          if (wished.isPresent() && log.knows(author.tenant().value(), id.toString())) {
            throw new ConflictException(
                "The journey " + id + " was deleted; its id cannot be used again.");
          }
          limits.checkCreation(directory, author.tenant(), bytes(change));
          return change;
        });
  }

  /**
   * Replaces what an author may edit.
   *
   * @param expected the version that the edit was made on; empty for whatever is there
   * @throws ConflictException where the journey's status does not allow it, or a limit
   */
  VersionedJourney replace(
      Author author, JourneyId id, Definition definition, OptionalInt expected) {
    JourneyChange change = new JourneyChange.Replaced(definition);
    return change(
        author,
        id,
        directory -> {
          StoredJourney journey = required(directory, author.tenant(), id, expected);
          if (!journey.head().status().isEditable()) {
            throw new ConflictException(
                "The journey is "
                    + journey.head().status().key()
                    + "; only a draft or paused one can be edited.");
          }
          limits.checkRevisions(author.tenant(), journey);
          limits.checkReplacement(directory, author.tenant(), journey, bytes(change));
          return change;
        });
  }

  /** Gives another title, in every status. */
  VersionedJourney rename(Author author, JourneyId id, String title, OptionalInt expected) {
    return change(
        author,
        id,
        directory -> {
          limits.checkRevisions(
              author.tenant(), required(directory, author.tenant(), id, expected));
          return new JourneyChange.Renamed(title);
        });
  }

  /**
   * Takes a journey on in its life cycle.
   *
   * @throws ConflictException where its status does not lead there
   */
  VersionedJourney move(Author author, JourneyId id, JourneyStatus status) {
    return change(
        author,
        id,
        directory -> {
          StoredJourney journey = required(directory, author.tenant(), id);
          JourneyStatus present = journey.head().status();
          if (!present.canBecome(status)) {
            throw new ConflictException(
                "The journey is " + present.key() + " and cannot become " + status.key() + ".");
          }
          if (!status.isFinal()) {
            limits.checkRevisions(author.tenant(), journey);
          }
          return new JourneyChange.Moved(status);
        });
  }

  /** Makes a new draft of a journey's definition, without its events. */
  VersionedJourney copy(Author author, JourneyId original) {
    Journey journey = defined(required(catalogue.refresh(), author.tenant(), original));
    return create(
        author,
        Optional.empty(),
        journey.type(),
        Definition.of(journey).copy(),
        Optional.of(original));
  }

  /**
   * Deletes a journey, for ever; one that was deleted already stays so.
   *
   * @throws ConflictException where users may still be sent through it
   */
  void delete(Author author, JourneyId id) {
    TenantId tenant = author.tenant();
    boolean isDeleted =
        catalogue.refresh().find(tenant, id).isEmpty() && log.knows(tenant.value(), id.toString());
    if (!isDeleted) {
      var _ = append(author, id, now -> JourneyChange.Deleted.of(required(now, tenant, id).head()));
    }
  }

  /**
   * The journeys that were deleted before some time, and whose events are not off the disk yet, by
   * tenant.
   */
  public Map<TenantId, List<JourneyId>> deletedBefore(Instant time) {
    return catalogue.refresh().deletedBefore(time);
  }

  /** Notes that the events of a deleted journey are off the disk. */
  public void erased(TenantId tenant, JourneyId id) {
    var _ = append(new Author(tenant, ""), id, _ -> new JourneyChange.Erased());
  }

  /** Removes all journeys of a deleted tenant; tells whether there was nothing of them. */
  public boolean remove(TenantId tenant) {
    boolean isGone = catalogue.refresh().of(tenant).isGone();
    if (!isGone) {
      var _ = append(new Author(tenant, ""), NONE, _ -> new JourneyChange.TenantDeleted());
    }
    return log.replaceAll(tenant.value(), write(new JourneyChange.TenantDeleted())) && isGone;
  }

  /** What keeps this from being read or changed, in sentences; empty where all is well. */
  public List<String> troubles() {
    return catalogue.troubles();
  }

  @Override
  public void start() {
    catalogue.start();
  }

  @Override
  public void stop() {
    catalogue.stop();
  }

  /** Who makes a change. */
  record Author(TenantId tenant, String keyId) {}

  /** What is to happen, given the present; throws where it may not. */
  private interface Decision {
    JourneyChange decide(JourneyDirectory present);
  }

  private VersionedJourney change(Author author, JourneyId id, Decision decision) {
    return versioned(required(append(author, id, decision), author.tenant(), id));
  }

  private JourneyDirectory append(Author author, JourneyId id, Decision decision) {
    return catalogue.change(directory ->
        new Change.Draft(
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            author.keyId(),
            author.tenant().value(),
            id.toString(),
            write(decision.decide(directory))));
  }

  private long bytes(JourneyChange change) {
    return StoredJourney.bytes(write(change));
  }

  private String write(JourneyChange change) {
    try {
      return json.writerFor(JourneyChange.class).writeValueAsString(change);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a change that cannot be written", impossible);
    }
  }

  private static StoredJourney required(
      JourneyDirectory directory, TenantId tenant, JourneyId id, OptionalInt expected) {
    StoredJourney journey = required(directory, tenant, id);
    if (expected.isPresent() && expected.getAsInt() != journey.version()) {
      throw new PreconditionFailedException(
          "The journey was changed since; read it again and repeat the edit on what is there now.");
    }
    return journey;
  }

  private static StoredJourney required(JourneyDirectory directory, TenantId tenant, JourneyId id) {
    return directory.find(tenant, id).orElseThrow(() -> unknown(id));
  }

  private static NotFoundException unknown(JourneyId id) {
    return new NotFoundException("There is no journey " + id + ".");
  }
}
