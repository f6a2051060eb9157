package io.journeystats.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.Catalogue;
import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.http.ConflictException;
import io.journeystats.http.Json;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.PreconditionFailedException;
import io.journeystats.tenant.TenantId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jooq.DSLContext;

/** The journeys of every tenant: read from memory, changed in ClickHouse. */
public final class JourneyCatalogue implements Journeys, Managed {
  private final Catalogue<JourneyDirectory> catalogue;
  private final InstantSource clock;
  private final ObjectMapper json = Json.mapper();

  /** The journeys that this database keeps; to be started before the first request. */
  public JourneyCatalogue(DSLContext database, InstantSource clock) {
    this.catalogue =
        new Catalogue<>(
            new ChangeLog(database, "journeys"), JourneyDirectory.EMPTY, JourneyDirectory::after);
    this.clock = clock;
  }

  @Override
  public Optional<Journey> find(TenantId tenant, JourneyId journey) {
    return catalogue.state().find(tenant, journey).map(JourneyHistory::journey);
  }

  @Override
  public void refresh() {
    catalogue.refresh();
  }

  @Override
  public List<Journey> all(TenantId tenant) {
    return catalogue.state().all(tenant).stream().map(JourneyHistory::journey).toList();
  }

  /** The tenant's journey with its history. */
  JourneyHistory history(TenantId tenant, JourneyId id) {
    return required(catalogue.state(), tenant, id);
  }

  /**
   * Creates a draft.
   *
   * @param copyOf the journey it is a copy of, if it is one
   * @throws ConflictException where the tenant has a journey with that id
   */
  JourneyHistory create(
      Author author,
      JourneyId id,
      JourneyType type,
      Definition definition,
      Optional<JourneyId> copyOf) {
    return change(
        author,
        id,
        directory -> {
          if (directory.find(author.tenant(), id).isPresent()) {
            throw new ConflictException("The journey " + id + " exists already.");
          }
          return new JourneyChange.Created(type, definition, copyOf);
        });
  }

  /**
   * Replaces what an author may edit.
   *
   * @param expected the version that the edit was made on; empty for whatever is there
   * @throws ConflictException where the journey's status does not allow it
   */
  JourneyHistory replace(Author author, JourneyId id, Definition definition, OptionalInt expected) {
    return change(
        author,
        id,
        directory -> {
          Journey journey = required(directory, author.tenant(), id, expected).journey();
          if (!journey.status().isEditable()) {
            throw new ConflictException(
                "The journey is "
                    + journey.status().key()
                    + "; only a draft or paused one can be edited.");
          }
          return new JourneyChange.Replaced(definition);
        });
  }

  /** Gives another title, in every status. */
  JourneyHistory rename(Author author, JourneyId id, String title, OptionalInt expected) {
    return change(
        author,
        id,
        directory -> {
          var _ = required(directory, author.tenant(), id, expected);
          return new JourneyChange.Renamed(title);
        });
  }

  /**
   * Takes a journey on in its life cycle.
   *
   * @throws ConflictException where its status does not lead there
   */
  JourneyHistory move(Author author, JourneyId id, JourneyStatus status) {
    return change(
        author,
        id,
        directory -> {
          JourneyStatus present = required(directory, author.tenant(), id).journey().status();
          if (!present.canBecome(status)) {
            throw new ConflictException(
                "The journey is " + present.key() + " and cannot become " + status.key() + ".");
          }
          return new JourneyChange.Moved(status);
        });
  }

  /** Makes a new draft of a journey's definition, without its events. */
  JourneyHistory copy(Author author, JourneyId original) {
    Journey journey = required(catalogue.refresh(), author.tenant(), original).journey();
    return create(
        author,
        new JourneyId(UUID.randomUUID()),
        journey.type(),
        Definition.of(journey).copy(),
        Optional.of(original));
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

  private JourneyHistory change(Author author, JourneyId id, Decision decision) {
    JourneyDirectory next =
        catalogue.change(directory ->
            new Change.Draft(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                author.keyId(),
                author.tenant().value(),
                id.toString(),
                write(decision.decide(directory))));
    return required(next, author.tenant(), id);
  }

  private String write(JourneyChange change) {
    try {
      return json.writerFor(JourneyChange.class).writeValueAsString(change);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a change that cannot be written", impossible);
    }
  }

  private static JourneyHistory required(
      JourneyDirectory directory, TenantId tenant, JourneyId id, OptionalInt expected) {
    JourneyHistory history = required(directory, tenant, id);
    if (expected.isPresent() && expected.getAsInt() != history.version()) {
      throw new PreconditionFailedException(
          "The journey was changed since; read it again and repeat the edit on what is there now.");
    }
    return history;
  }

  private static JourneyHistory required(
      JourneyDirectory directory, TenantId tenant, JourneyId id) {
    return directory
        .find(tenant, id)
        .orElseThrow(() -> new NotFoundException("There is no journey " + id + "."));
  }
}
