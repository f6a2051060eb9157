package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.http.FieldError;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.JourneyStatus;
import io.journeystats.journey.JourneyType;
import io.journeystats.journey.Journeys;
import io.journeystats.journey.RequestJourneys;
import io.journeystats.journey.Step;
import io.journeystats.journey.StepKind;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for events; the tables are from the specification, "Event envelope" and "Types". */
class EventRulesTest {
  private static final TenantId TENANT = new TenantId("shop");
  private static final String JOURNEY = "6b1f5a52-7a11-4a3e-9c1a-0d0f6a6f2b11";
  private static final Instant NOW = Instant.parse("2026-05-12T09:30:00Z");

  private static final String TYPES =
      """
      entered              |
      step_entered         | step_id
      step_completed       | step_id
      exited               | reason
      dropped              | reason
      message_sent         | step_id, channel, message_id
      message_failed       | step_id, channel, message_id, reason
      message_skipped      | step_id, channel, message_id, reason
      message_delivered    | step_id, channel, message_id
      message_opened       | step_id, channel, message_id
      message_clicked      | step_id, channel, message_id
      message_read         | step_id, channel, message_id
      message_shown        | step_id, channel, message_id
      message_interacted   | step_id, channel, message_id
      message_dismissed    | step_id, channel, message_id
      message_unsubscribed | step_id, channel, message_id
      message_hard_bounced | step_id, channel, message_id
      message_soft_bounced | step_id, channel, message_id
      message_complained   | step_id, channel, message_id
      goal_reached         | goal_id
      """;

  /** One journey with a message step per channel and a step that sends no messages. */
  private static final Journeys JOURNEYS =
      new Journeys() {
        @Override
        public Optional<Journey> find(TenantId tenant, JourneyId id) {
          return Optional.of(journey())
              .filter(journey -> tenant.equals(TENANT) && journey.id().equals(id));
        }

        @Override
        public void refresh() {
          // The journeys do not change.
        }

        @Override
        public Collection<JourneyHead> all(TenantId tenant) {
          return tenant.equals(TENANT) ? List.of(journey().head()) : List.of();
        }
      };

  private static Journey journey() {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("wait", "Wait", StepKind.WAIT, Optional.empty()));
    for (Channel channel : Channel.values()) {
      String id = channel.key() + " step";
      steps.add(new Step(id, id, StepKind.MESSAGE, Optional.of(channel)));
    }
    return new Journey(
        new JourneyHead(
            JourneyId.find(JOURNEY).orElseThrow(),
            "Title",
            Optional.empty(),
            JourneyType.AUDIENCE_BASED,
            JourneyStatus.DRAFT,
            NOW,
            Optional.empty(),
            Optional.empty(),
            0),
        steps,
        List.of());
  }

  /** An event with the fields that every type except custom requires. */
  private static Map<String, String> event(String type) {
    Map<String, String> event = new LinkedHashMap<>();
    event.put("event_id", "e1");
    event.put("type", type);
    event.put("time", "2026-05-12T09:30:00.000Z");
    event.put("journey_id", JOURNEY);
    event.put("user_id", "ann");
    return event;
  }

  private static Map<String, String> with(Map<String, String> event, String... more) {
    Map<String, String> changed = new LinkedHashMap<>(event);
    for (int i = 0; i < more.length; i += 2) {
      changed.put(more[i], more[i + 1]);
    }
    return changed;
  }

  private static Map<String, String> without(Map<String, String> event, String field) {
    Map<String, String> changed = new LinkedHashMap<>(event);
    changed.remove(field);
    return changed;
  }

  /** A channel in which the event type occurs. */
  private static String channelOf(String type) {
    return switch (type) {
      case "message_read" -> "whatsapp";
      case "message_shown", "message_interacted", "message_dismissed" -> "in_app";
      default -> "email";
    };
  }

  /** An event with all fields that its type requires. */
  private static Map<String, String> complete(String type, List<String> required) {
    Map<String, String> event = event(type);
    for (String field : required) {
      event.put(
          field,
          switch (field) {
            case "channel" -> channelOf(type);
            case "step_id" -> required.contains("channel") ? channelOf(type) + " step" : "wait";
            case "reason" -> type.equals("dropped") ? "internal_error" : "completed";
            default -> "some " + field;
          });
    }
    return event;
  }

  private static String json(Map<String, String> event) {
    return event.entrySet().stream()
        .map(field -> "\"%s\": \"%s\"".formatted(field.getKey(), field.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static RawEvent read(String json) {
    return EventDecoder.json(json.getBytes(StandardCharsets.UTF_8)).getFirst().raw();
  }

  private static Optional<Event> check(RawEvent raw) {
    NamedJourneys journeys =
        new NamedJourneys(TENANT, new RequestJourneys(JOURNEYS), TenantLimiter.unlimited());
    return new EventRules(journeys, NOW.plus(EventTime.AHEAD)).check(raw);
  }

  private static Event accepted(Map<String, String> event) {
    RawEvent raw = read(json(event));
    Optional<Event> accepted = check(raw);
    assertThat(raw.errors()).as("%s", event).isEmpty();
    return accepted.orElseThrow();
  }

  /** The invalid fields of an event that is expected to be rejected. */
  private static List<String> faults(Map<String, String> event) {
    RawEvent raw = read(json(event));
    assertThat(check(raw)).as("%s", event).isEmpty();
    return raw.errors().stream().map(FieldError::field).toList();
  }

  private static List<String> split(String list) {
    return list.isBlank() ? List.of() : List.of(list.strip().split(", *"));
  }

  private static Stream<Map<String, String>> all() {
    return TYPES
        .lines()
        .map(line -> line.split("\\|", -1))
        .map(cells -> complete(cells[0].strip(), split(cells[1])));
  }

  @Test
  void anEventWithAllRequiredFieldsIsAccepted() {
    assertThat(all())
        .hasSize(20)
        .allSatisfy(event -> assertThat(accepted(event).type().key()).isEqualTo(event.get("type")));
  }

  @Test
  void everyMissingRequiredFieldIsReported() {
    assertThat(all())
        .allSatisfy(event ->
            assertThat(event.keySet())
                .allSatisfy(
                    field -> assertThat(faults(without(event, field))).containsExactly(field)));
  }

  @Test
  void anEmptyFieldCountsAsMissing() {
    assertThat(faults(with(event("entered"), "user_id", ""))).containsExactly("user_id");
    assertThat(faults(with(event("entered"), "event_id", ""))).containsExactly("event_id");
    assertThat(faults(with(event("step_entered"), "step_id", ""))).containsExactly("step_id");
  }

  @Test
  void aCustomEventNeedsANameAndNoJourney() {
    Map<String, String> custom =
        with(without(event("custom"), "journey_id"), "event_name", "purchase");
    assertThat(accepted(custom).journey()).isEmpty();
    assertThat(accepted(with(custom, "journey_id", JOURNEY)).journey()).isPresent();
    assertThat(faults(without(custom, "event_name"))).containsExactly("event_name");
    assertThat(faults(with(custom, "journey_id", "6b1f5a52-0000-4000-8000-000000000000")))
        .containsExactly("journey_id");
  }

  @ParameterizedTest
  @CsvSource({
    "exited, completed, true",
    "exited, left, true",
    "exited, internal_error, false",
    "exited, Completed, false",
    "dropped, internal_error, true",
    "dropped, sending_error, true",
    "dropped, completed, false",
    "message_failed, anything else, true",
    "message_skipped, лимит, true",
    "entered, anything at all, true"
  })
  void aReasonIsOneOfTheType(String type, String reason, boolean isKnown) {
    Map<String, String> event =
        with(
            type.startsWith("message")
                ? complete(type, List.of("step_id", "channel", "message_id"))
                : event(type),
            "reason",
            reason);
    if (isKnown) {
      assertThat(accepted(event).reason()).isEqualTo(reason);
    } else {
      assertThat(faults(event)).containsExactly("reason");
    }
  }

  @Test
  void anExitByACancelEventNamesTheEvent() {
    Map<String, String> exit = with(event("exited"), "reason", "cancel_event");
    assertThat(faults(exit)).containsExactly("event_name");
    assertThat(accepted(with(exit, "event_name", "refund")).eventName()).isEqualTo("refund");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          message_sent         | push, in_app, email, sms, whatsapp
          message_failed       | push, in_app, email, sms, whatsapp
          message_skipped      | push, in_app, email, sms, whatsapp
          message_delivered    | push, email, sms, whatsapp
          message_opened       | push, email
          message_clicked      | push, in_app, email, sms, whatsapp
          message_read         | whatsapp
          message_shown        | in_app
          message_interacted   | in_app
          message_dismissed    | in_app
          message_unsubscribed | email
          message_hard_bounced | email
          message_soft_bounced | email
          message_complained   | email
          """)
  void aMessageEventOccursInItsChannel(String type, String channels) {
    for (String channel : List.of("push", "in_app", "email", "sms", "whatsapp")) {
      Map<String, String> event =
          with(
              event(type),
              "channel",
              channel,
              "step_id",
              channel + " step",
              "message_id",
              "m1",
              "reason",
              "r");
      if (split(channels).contains(channel)) {
        assertThat(accepted(event).channel()).contains(Channel.find(channel).orElseThrow());
      } else {
        assertThat(faults(event)).as(channel).containsExactly("channel");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fax", "Email", "EMAIL", "e-mail", " email", "inapp"})
  void aChannelIsOneOfTheFive(String channel) {
    assertThat(faults(with(event("entered"), "channel", channel))).containsExactly("channel");
  }

  @Test
  void aStepEventHasTheChannelOfItsStep() {
    Map<String, String> entered = event("step_entered");
    accepted(with(entered, "step_id", "sms step", "channel", "sms"));
    assertThat(faults(with(entered, "step_id", "sms step", "channel", "push")))
        .containsExactly("channel");
    assertThat(faults(with(entered, "step_id", "sms step"))).containsExactly("channel");
    assertThat(faults(with(entered, "step_id", "wait", "channel", "sms")))
        .containsExactly("channel");
  }

  /** Definitions change, and earlier events may arrive late. */
  @Test
  void aStepThatIsNotInTheDefinitionIsAccepted() {
    accepted(with(event("step_entered"), "step_id", "gone"));
    accepted(with(event("step_entered"), "step_id", "gone", "channel", "sms"));
    accepted(with(event("message_sent"), "step_id", "gone", "channel", "sms", "message_id", "m"));
  }

  @Test
  void anExitMayNameAnyStep() {
    accepted(with(event("exited"), "reason", "left", "step_id", "sms step"));
    accepted(with(event("dropped"), "reason", "sending_error", "step_id", "gone"));
  }

  /** "Up to 24 h in the future is accepted, later is rejected; late events are accepted." */
  @ParameterizedTest
  @CsvSource({
    "2026-05-13T09:30:00.000Z, true",
    "2026-05-13T09:30:00.001Z, false",
    "2026-05-13T15:15:00.000+05:45, true",
    "2026-05-13T15:15:00.001+05:45, false",
    "2026-05-12T00:30:00-09:00, true",
    "1900-01-01T00:00:00Z, true",
    "1899-12-31T23:59:59.999Z, false",
    "1900-01-01T00:00:00+00:01, false",
    "2024-02-29T00:00:00Z, true",
    "2026-02-29T00:00:00Z, false",
    "2026-05-12T09:30:00, false",
    "2026-05-12, false",
    "2026-05-12 09:30:00Z, false",
    "1767225600, false",
    "soon, false"
  })
  void aTimeIsAnInstantNotFarInTheFuture(String time, boolean isAccepted) {
    Map<String, String> event = with(event("entered"), "time", time);
    if (isAccepted) {
      accepted(event);
    } else {
      assertThat(faults(event)).containsExactly("time");
    }
  }

  @Test
  void aTimeIsKeptToTheMillisecond() {
    assertThat(accepted(with(event("entered"), "time", "2026-05-12T09:30:00.9999999Z")).time())
        .isEqualTo("2026-05-12T09:30:00.999Z");
    assertThat(accepted(with(event("entered"), "time", "1969-12-31T23:59:59.0009Z")).time())
        .isEqualTo("1969-12-31T23:59:59Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6b1f5a52-0000-4000-8000-000000000000",
        "not-a-uuid",
        "1-1-1-1-1",
        "6b1f5a527a114a3e9c1a0d0f6a6f2b11",
        "6b1f5a52-7a11-4a3e-9c1a-0d0f6a6f2b11 ",
        "' OR ''='"
      })
  void aJourneyIsOneOfTheTenant(String journey) {
    assertThat(faults(with(event("entered"), "journey_id", journey)).getFirst())
        .isEqualTo("journey_id");
  }

  @Test
  void theIdOfAJourneyMayBeInCapitals() {
    Event event =
        accepted(with(event("entered"), "journey_id", "6B1F5A52-7A11-4A3E-9C1A-0D0F6A6F2B11"));
    assertThat(event.journey().map(JourneyId::toString)).contains(JOURNEY);
  }

  @Test
  void anotherTenantsJourneyIsUnknown() {
    RawEvent raw = read(json(event("entered")));
    NamedJourneys others =
        new NamedJourneys(
            new TenantId("other"), new RequestJourneys(JOURNEYS), TenantLimiter.unlimited());
    assertThat(new EventRules(others, NOW).check(raw)).isEmpty();
    assertThat(raw.errors()).extracting(FieldError::field).containsExactly("journey_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"teleported", "ENTERED", "Entered", "entered ", "message"})
  void aTypeIsOneOfTheSpecification(String type) {
    assertThat(faults(event(type))).containsExactly("type");
  }

  /** An unreadable event has one error, without errors about missing fields. */
  @ParameterizedTest
  @ValueSource(strings = {"5", "[]", "{\"event_id\": \"1\"", "nonsense"})
  void anUnreadableEventHasOneError(String line) {
    RawEvent raw = EventDecoder.lines(line.getBytes(StandardCharsets.UTF_8)).getFirst().raw();
    assertThat(check(raw)).isEmpty();
    assertThat(raw.errors()).extracting(FieldError::field).containsExactly("event");
  }

  @Test
  void allErrorsAreReportedTogether() {
    Map<String, String> event =
        with(event("message_sent"), "time", "soon", "channel", "fax", "colour", "red");
    event.remove("user_id");
    assertThat(faults(event))
        .containsExactlyInAnyOrder("colour", "user_id", "time", "channel", "step_id", "message_id");
  }

  @Test
  void everyFieldIsKept() {
    Event event =
        accepted(
            with(
                event("message_clicked"),
                "hwid",
                "device",
                "step_id",
                "email step",
                "channel",
                "email",
                "message_id",
                "m1",
                "goal_id",
                "g1",
                "reason",
                "r1",
                "event_name",
                "n1",
                "link_url",
                "https://example.org/?a=b",
                "user_agent",
                "Mozilla/5.0"));
    assertThat(event.eventId()).isEqualTo("e1");
    assertThat(event.time()).isEqualTo(NOW);
    assertThat(event.userId()).isEqualTo("ann");
    assertThat(event.hwid()).isEqualTo("device");
    assertThat(event.stepId()).isEqualTo("email step");
    assertThat(event.messageId()).isEqualTo("m1");
    assertThat(event.goalId()).isEqualTo("g1");
    assertThat(event.reason()).isEqualTo("r1");
    assertThat(event.eventName()).isEqualTo("n1");
    assertThat(event.linkUrl()).isEqualTo("https://example.org/?a=b");
    assertThat(event.userAgent()).isEqualTo("Mozilla/5.0");
    assertThat(event.machine()).isEmpty();
  }

  @Test
  void theMachineFlagIsKept() {
    for (boolean machine : List.of(true, false)) {
      RawEvent raw = read(json(event("entered")));
      raw.put(RawEventField.MACHINE, Boolean.toString(machine));
      assertThat(check(raw).orElseThrow().machine()).contains(machine);
    }
  }

  @Test
  void onlyEntriesAndCompletedStepsHaveAnArm() {
    assertThat(all())
        .allSatisfy(event -> {
          Map<String, String> withArm = with(event, "arm", "b");
          if (List.of("entered", "step_completed").contains(event.get("type"))) {
            assertThat(accepted(withArm).arm()).isEqualTo("b");
          } else {
            assertThat(faults(withArm)).containsExactly("arm");
          }
        });
  }
}
