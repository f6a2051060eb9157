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
 * The journeys of all tenants. Lists are served from memory, definitions from a bounded cache,
 * histories from the log; changes are written to ClickHouse.
 */
public final class JourneyCatalogue implements Journeys, Managed {
  /** The subject of changes that concern all journeys of a tenant. */
  private static final JourneyId NONE = new JourneyId(new UUID(0, 0));

  private final ChangeLog log;
  private final EventSourcedState<JourneyDirectory> catalogue;
  private final Definitions definitions;
  private final JourneyLimits limits;
  private final InstantSource clock;
  private final ObjectMapper json = Json.mapper();

  /** Creates the catalogue of a database with the default limits. */
  public JourneyCatalogue(DSLContext database, InstantSource clock) {
    var watch = new ChangeWatch(database);
    this(database, CatalogueMemory.ofHeap(), _ -> TenantLimits.DEFAULTS, clock, watch);
  }

  /** Creates the catalogue of a database. It must be started before the first request. */
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

  private JourneyDirectory after(JourneyDirectory current, List<Change> changes) {
    JourneyDirectory next = current.after(changes);
    for (Change change : changes) {
      TenantId tenant = new TenantId(change.tenant());
      JourneyId id = new JourneyId(UUID.fromString(change.subject()));
      long before = current.find(tenant, id).map(StoredJourney::definedAt).orElse(0L);
      long after = next.find(tenant, id).map(StoredJourney::definedAt).orElse(0L);
      if (after == change.position()) {
        definitions.add(change);
      }
      if (next.of(tenant).isGone()) {
        current.of(tenant).definedAt().forEach(definitions::remove);
      }
      if (before != after) {
        definitions.remove(before);
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

  /** Returns an object that changes identity whenever any of the tenant's journeys changes. */
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

  /** Returns a journey with its version. */
  VersionedJourney versioned(TenantId tenant, JourneyId id) {
    return versioned(required(catalogue.state(), tenant, id));
  }

  /** Returns the head of a journey, which must exist. */
  JourneyHead requiredHead(TenantId tenant, JourneyId id) {
    return required(catalogue.state(), tenant, id).head();
  }

  /**
   * Returns the history of a journey, including that of a deleted one.
   *
   * @param memory is charged for the changes that are read at once
   */
  JourneyHistory history(TenantId tenant, JourneyId id, RequestMemory memory) {
    JourneyHistory history = JourneyHistory.read(log, tenant, id, memory);
    if (history.entries().isEmpty()) {
      throw unknown(id);
    }
    return history;
  }

  /** Returns a tenant's use of a limit. */
  public long used(TenantId tenant, Limit limit) {
    return catalogue.state().of(tenant).used(limit);
  }

  /**
   * Creates a draft.
   *
   * @param requestedId the requested id, if any
   * @param copyOf the original, if the draft is a copy
   * @throws ConflictException if the tenant has or had a journey with this id, or a limit is
   *     reached
   */
  VersionedJourney create(
      Author author,
      Optional<JourneyId> requestedId,
      JourneyType type,
      Definition definition,
      Optional<JourneyId> copyOf) {
    JourneyId id = requestedId.orElseGet(() -> new JourneyId(UUID.randomUUID()));
    JourneyChange change = new JourneyChange.Created(type, definition, copyOf);
    return change(
        author,
        id,
        directory -> {
          if (directory.find(author.tenant(), id).isPresent()) {
            throw new ConflictException("The journey " + id + " already exists.");
          }
          if (requestedId.isPresent() && log.contains(author.tenant().value(), id.toString())) {
            throw new ConflictException(
                "The journey " + id + " was deleted; its id cannot be reused.");
          }
          limits.checkCreation(directory, author.tenant(), bytes(change));
          return change;
        });
  }

  /**
   * Replaces the editable part of a journey.
   *
   * @param expected the version that the edit is based on; empty for any version
   * @throws ConflictException if the journey's status does not allow edits, or a limit is reached
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

  /** Renames a journey in any status. */
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
   * Changes the status of a journey.
   *
   * @throws ConflictException if the life cycle does not allow the transition
   */
  VersionedJourney move(Author author, JourneyId id, JourneyStatus status) {
    return change(
        author,
        id,
        directory -> {
          StoredJourney journey = required(directory, author.tenant(), id);
          JourneyStatus current = journey.head().status();
          if (!current.canBecome(status)) {
            throw new ConflictException(
                "The journey is " + current.key() + " and cannot become " + status.key() + ".");
          }
          if (!status.isFinal()) {
            limits.checkRevisions(author.tenant(), journey);
          }
          return new JourneyChange.Moved(status);
        });
  }

  /** Creates a draft with the same definition, without events. */
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
   * Permanently deletes a journey; has no effect if it is already deleted.
   *
   * @throws ConflictException if the journey's status does not allow deletion
   */
  void delete(Author author, JourneyId id) {
    TenantId tenant = author.tenant();
    boolean isDeleted =
        catalogue.refresh().find(tenant, id).isEmpty()
            && log.contains(tenant.value(), id.toString());
    if (!isDeleted) {
      var _ = append(author, id, now -> JourneyChange.Deleted.of(required(now, tenant, id).head()));
    }
  }

  /**
   * Returns the journeys, by tenant, that were deleted before the given time and whose events are
   * still on the disk.
   */
  public Map<TenantId, List<JourneyId>> deletedBefore(Instant time) {
    return catalogue.refresh().deletedBefore(time);
  }

  /** Records that the events of a deleted journey are removed from the disk. */
  public void erased(TenantId tenant, JourneyId id) {
    var _ = append(new Author(tenant, ""), id, _ -> new JourneyChange.Erased());
  }

  /** Removes all journeys of a deleted tenant. Returns whether there was nothing to remove. */
  public boolean remove(TenantId tenant) {
    boolean isGone = catalogue.refresh().of(tenant).isGone();
    if (!isGone) {
      var _ = append(new Author(tenant, ""), NONE, _ -> new JourneyChange.TenantDeleted());
    }
    return log.replaceAll(tenant.value(), write(new JourneyChange.TenantDeleted())) && isGone;
  }

  /** Returns the problems that prevent reads or changes, as sentences; empty if there are none. */
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

  /** The author of a change. */
  record Author(TenantId tenant, String keyId) {}

  /** Decides on a change given the current state; throws if it is not allowed. */
  private interface Decision {
    JourneyChange decide(JourneyDirectory current);
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
          "The journey has changed since it was read; read it again and repeat the edit.");
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
