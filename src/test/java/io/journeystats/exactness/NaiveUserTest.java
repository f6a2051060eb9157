package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaiveUserTest {
  private static final NaiveJourney JOURNEY = NaiveJourney.read(WorkedExample.journey());

  /** An event at that second, with more fields as name and value in turn. */
  private static NaiveEvent at(int second, String type, String... fields) {
    ObjectNode event = Json.object();
    event.put("event_id", type + second + String.join(",", fields));
    event.put("type", type);
    event.put("time", "2026-01-01T00:00:%02dZ".formatted(second));
    event.put("journey_id", JOURNEY.id());
    event.put("user_id", "ann");
    for (int i = 0; i < fields.length; i += 2) {
      event.put(fields[i], fields[i + 1]);
    }
    return NaiveEvent.read(event);
  }

  private static void assertState(String status, String lastStep, NaiveEvent... events) {
    for (List<NaiveEvent> order : List.of(List.of(events), List.of(events).reversed())) {
      NaiveUser user = NaiveUser.of("ann", order);
      assertThat(user.status()).contains(status);
      assertThat(user.lastStep(JOURNEY)).isEqualTo(lastStep);
    }
  }

  @Test
  void enteredYieldsToExitedYieldsToDroppedAtEqualTimes() {
    NaiveEvent entered = at(1, "entered");
    NaiveEvent exited = at(1, "exited", "reason", "left");
    NaiveEvent dropped = at(1, "dropped", "reason", "internal_error");
    assertState("exited", "", entered, exited);
    assertState("dropped_off", "", entered, exited, dropped);
    assertState("in_progress", "", exited, dropped, at(2, "entered"));
  }

  @Test
  void theGreatestReasonAndNameDecideAmongEqualExits() {
    NaiveEvent left = at(1, "exited", "reason", "left", "step_id", "pause");
    NaiveEvent first = at(1, "exited", "reason", "cancel_event", "event_name", "B");
    NaiveEvent second = at(1, "exited", "reason", "cancel_event", "event_name", "a");
    assertState("exited", "Exit by Cancel event: a", first, second);
    assertState("exited", "Pause", first, second, left);
  }

  @Test
  void stepsBeforeTheLatestEntranceDoNotCount() {
    NaiveEvent completed = at(1, "step_completed", "step_id", "pause");
    assertState("in_progress", "Pause", completed, at(1, "entered"));
    assertState("in_progress", "", completed, at(2, "entered"));
    assertState(
        "in_progress", "gone", at(2, "entered"), at(3, "step_completed", "step_id", "gone"));
  }

  @Test
  void theGreatestKindAndIdDecideAmongEqualSteps() {
    NaiveEvent entered = at(1, "entered");
    NaiveEvent start = at(2, "step_completed", "step_id", "start");
    NaiveEvent pause = at(2, "step_completed", "step_id", "pause");
    NaiveEvent dropped = at(2, "dropped", "reason", "internal_error", "step_id", "end");
    assertState("in_progress", "Start", entered, start, pause);
    assertState("dropped_off", "End", entered, start, pause, dropped);
  }

  @Test
  void aCancelEventThatNoLongerDecidesIsNotShown() {
    NaiveEvent cancelled = at(1, "exited", "reason", "cancel_event", "event_name", "x");
    assertState("dropped_off", "", cancelled, at(2, "dropped", "reason", "sending_error"));
  }

  @Test
  void theLatestDeviceIsShownAndEveryDeviceIsFound() {
    NaiveUser user =
        NaiveUser.of(
            "ann",
            List.of(
                at(1, "entered", "hwid", "z-old"),
                at(2, "goal_reached", "goal_id", "rated", "hwid", "b"),
                at(2, "goal_reached", "goal_id", "rated", "hwid", "é"),
                at(3, "entered")));
    assertThat(user.row(JOURNEY, NaivePeriod.named("all", WorkedExample.ZONE, WorkedExample.NOW)))
        .hasToString(
            """
            {"user_id":"ann","hwid":"é","status":"in_progress","last_step":"","entrances":2,\
            "last_entered_at":"2026-01-01T00:00:03Z","updated_at":"2026-01-01T00:00:03Z"}\
            """);
    assertThat(Stream.of("an", "ann", "z-", "b", "é")).allMatch(user::matches);
    assertThat(Stream.of("Ann", "old", "anna", "%")).noneMatch(user::matches);
  }
}
