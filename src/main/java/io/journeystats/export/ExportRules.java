package io.journeystats.export;

import io.journeystats.csv.CsvStyle;
import io.journeystats.dashboard.JourneyFilter;
import io.journeystats.dashboard.PeriodRequest;
import io.journeystats.dashboard.ResolvedPeriod;
import io.journeystats.http.InputErrors;
import io.journeystats.http.RequestMemory;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.Journeys;
import io.journeystats.journey.RequestJourneys;
import io.journeystats.metric.UserState;
import io.journeystats.tenant.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks what is asked of an export, and notes every fault.
 *
 * @param journeys what can be exported
 */
record ExportRules(Journeys journeys) {
  private static final List<String> THINGS = List.of("journey_id", "goal", "channel", "step_id");
  private static final int MAXIMUM_TEXT = 256;

  /**
   * The question that a form asks.
   *
   * @param now the moment in which it is asked
   * @param memory has to have room for the definition that is looked at
   * @throws io.journeystats.http.InvalidInputException naming every fault
   */
  ExportRequest check(ExportForm form, Tenant tenant, Instant now, RequestMemory memory) {
    InputErrors errors = new InputErrors();
    Optional<ExportKind> kind = kind(form, errors);
    Optional<ResolvedPeriod> period =
        new PeriodRequest(form.period(), form.from(), form.to(), form.tz(), null)
            .resolve(tenant.timeZone(), now, errors);
    kind.ifPresent(known -> {
      checkThings(known, form.givenThings(), tenant, memory, errors);
      checkFilters(known, form.wanted().given(), errors);
    });
    errors.throwIfAny();
    return question(kind.orElseThrow(), period.orElseThrow(), form);
  }

  private static ExportRequest question(ExportKind kind, ResolvedPeriod period, ExportForm form) {
    return new ExportRequest(
        kind,
        period.name(),
        period.range().from(),
        period.range().to(),
        period.tz(),
        Optional.ofNullable(form.journeyId()).flatMap(JourneyId::find),
        Optional.ofNullable(form.goal()),
        Optional.ofNullable(form.channel()),
        Optional.ofNullable(form.stepId()),
        form.wanted(),
        Optional.of(form.style()).filter(style -> !style.equals(CsvStyle.USUAL)));
  }

  private static Optional<ExportKind> kind(ExportForm form, InputErrors errors) {
    Optional<ExportKind> kind = Optional.ofNullable(form.kind()).flatMap(ExportKind::find);
    errors.require(
        kind.isPresent(),
        "kind",
        "must be one of "
            + Arrays.stream(ExportKind.values())
                .map(ExportKind::key)
                .collect(Collectors.joining(", ")));
    return kind;
  }

  private void checkThings(
      ExportKind kind,
      Map<String, String> given,
      Tenant tenant,
      RequestMemory memory,
      InputErrors errors) {
    for (String field : THINGS) {
      if (given.containsKey(field)) {
        errors.require(kind.takes(field), field, "does not go with the kind " + kind.key());
      } else {
        errors.require(!kind.needs(field), field, "is required for the kind " + kind.key());
      }
    }
    RequestJourneys found = new RequestJourneys(journeys);
    Optional<JourneyHead> journey =
        Optional.ofNullable(given.get("journey_id"))
            .flatMap(JourneyId::find)
            .flatMap(id -> found.head(tenant.id(), id));
    errors.require(
        !given.containsKey("journey_id") || journey.isPresent(),
        "journey_id",
        "must be the id of a journey");
    if (journey.isPresent() && given.containsKey("goal")) {
      memory.take(journey.get().memory());
      errors.require(
          found
              .find(tenant.id(), journey.get().id())
              .flatMap(whole -> whole.goal(given.getOrDefault("goal", "")))
              .isPresent(),
          "goal",
          "must be the id of a goal of the journey");
    }
    if (given.containsKey("channel")) {
      errors.require(
          Channel.find(given.getOrDefault("channel", "")).isPresent(),
          "channel",
          "must be " + Channel.KEYS);
    }
    if (given.containsKey("step_id")) {
      var _ = errors.text("step_id", given.get("step_id"), MAXIMUM_TEXT);
    }
  }

  private static void checkFilters(ExportKind kind, Map<String, String> given, InputErrors errors) {
    given.forEach((name, value) -> {
      String field = "filters." + name;
      if (!kind.filters().contains(name)) {
        errors.add(field, "does not go with the kind " + kind.key());
      } else if (value.length() > MAXIMUM_TEXT || !InputErrors.isUnicode(value)) {
        errors.add(field, "must be text of at most " + MAXIMUM_TEXT + " characters");
      }
    });
    if (kind == ExportKind.JOURNEYS) {
      JourneyFilter.of(given).check(errors, "filters.");
    } else if (given.containsKey("status")) {
      errors.require(
          UserState.find(given.getOrDefault("status", "")).isPresent(),
          "filters.status",
          "must be in_progress, exited or dropped_off");
    }
  }
}
