package io.journeystats.demo;

import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.journey.Journeys;
import io.journeystats.journey.PastJourneys;
import io.journeystats.tenant.ApiKey;
import io.journeystats.tenant.IssuedKey;
import io.journeystats.tenant.Role;
import io.journeystats.tenant.Tenant;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.Tenants;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tenant of the demo, with its keys and journeys: everything but the events.
 *
 * @param tenants where it is a tenant
 * @param journeys where its journeys are seen
 * @param catalogues makes a catalogue that takes its time from the given clock
 * @param clock tells when the story ends, at its first telling
 * @param file keeps the note
 */
record DemoShop(
    Tenants tenants,
    Journeys journeys,
    Function<InstantSource, JourneyCatalogue> catalogues,
    InstantSource clock,
    Path file) {
  static final TenantId TENANT = new TenantId("demo");
  private static final String AUTHOR = "demo";

  /** Makes what is missing of the tenant and its keys, and answers what is to be remembered. */
  DemoNote open() {
    Optional<DemoNote> known = Optional.empty();
    if (tenants.find(TENANT).isPresent()) {
      known = DemoNote.read(file);
    } else {
      var _ = tenants.create(new Tenant(TENANT, "Demo Shop", ShopCalendar.ZONE), AUTHOR);
    }
    DemoNote note =
        new DemoNote(
            known.map(DemoNote::now).orElseGet(this::end),
            known.map(DemoNote::events).orElse(0L),
            key(known.map(DemoNote::read), Role.READ),
            key(known.map(DemoNote::admin), Role.ADMIN));
    note.write(file);
    return note;
  }

  /** Makes what is missing of the journeys. */
  void furnish(Story story) {
    PastJourneys past = new PastJourneys(catalogues, TENANT, AUTHOR);
    story.journeys().forEach(journey -> past.write(journey.asCreated(), journey.life()));
  }

  /** Tells whether this service has heard of every journey. */
  boolean isFurnished(Story story) {
    return story.journeys().stream()
        .allMatch(journey ->
            journeys
                .find(TENANT, journey.id())
                .filter(found -> found.status() == journey.status())
                .isPresent());
  }

  /** Where the note was lost, the journeys still tell; otherwise the story ends now. */
  private Instant end() {
    return journeys
        .find(TENANT, Story.draft())
        .map(draft -> Story.endGiven(draft.createdAt()))
        .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** The key as it was shown before, or a new one where it is lost or revoked. */
  private IssuedKey key(Optional<IssuedKey> known, Role role) {
    return known
        .filter(key -> tenants.keys(TENANT).stream().map(ApiKey::id).anyMatch(key.id()::equals))
        .orElseGet(() -> tenants.issueKey(TENANT, role, Optional.of("demo"), AUTHOR));
  }
}
