package io.journeystats.exactness;

import static io.journeystats.exactness.Problems.invalid;
import static io.journeystats.exactness.Problems.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about what does not exist, or of periods and pages that make no sense. */
class WrongQuestionsIT extends BadInput {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "journeys/6b1f5a52-0000-4000-8000-000000000000/stats/audience",
        "journeys/not-a-uuid/stats/audience",
        "journeys/%27%20OR%20%27%27%3D%27/users",
        "journeys/1/stats/health",
        "journeys/1/stats/overview",
        "nowhere"
      })
  void whatIsUnknownIsNotFound(String path) {
    problem(admin.get(path), 404);
  }

  @Test
  void unknownChannelsAreNotFound() {
    problem(stats("channels/fax", ""), 404);
    problem(stats("channels/fax/messages", ""), 404);
    problem(stats("channels/PUSH/delivery-issues", ""), 404);
  }

  @Test
  void unknownGoalsAreAProblem() {
    Answer answer = stats("channels/email/messages", "goal=%27%5C");
    problem(answer, answer.status() == 404 ? 404 : 422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tz       | tz=Mars/Base
          tz       | tz=
          tz       | tz=UTC&tz=UTC
          tz       | tz=%27%3B--
          period   | period=fortnight
          period   | period=
          period   | period=ALL
          period   | period=all&period=all
          preceding | period=7d&preceding=maybe
          preceding | period=all&preceding=true
          preceding | preceding=true
          preceding | period=7d&preceding=Elapsed
          preceding | period=7d&preceding=elapsed&preceding=true
          preceding | period=all&preceding=elapsed
          to       | period=custom&from=2026-01-01
          to       | from=2026-01-01
          from     | period=custom&to=2026-01-01
          from     | to=2026-01-01
          from     | period=custom&from=2026-02-30&to=2026-03-01
          from     | from=2026-1-1&to=2026-03-01
          from     | from=2026-01-01T00:00:00Z&to=2026-03-01
          from     | from=1899-12-31&to=2026-03-01
          from     | from=2026-01-01&from=2026-01-02&to=2026-03-01
          to       | from=2026-01-01&to=2300-01-01
          to       | from=2026-01-01&to=99999999999-01-01
          to       | from=2026-01-01&to=today
          colour   | colour=red
          Period   | Period=all
          """)
  void aWrongPeriodIsNamed(String field, String query) {
    invalid(stats("audience", query), field);
    invalid(stats("performance", query), field);
    invalid(stats("health", query), field);
    invalid(stats("overview", query), field);
    invalid(stats("flow", query), field);
    invalid(stats("durations", "measure=time_to_open&channel=email&" + query), field);
    invalid(stats("channels", query), field);
    invalid(stats("channels/email", query), field);
    invalid(stats("channels/email/messages", query), field);
    invalid(stats("channels/email/delivery-issues", query), field);
    invalid(admin.get("journeys/" + journey + "/users?" + query), field);
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsNamed() {
    invalid(stats("audience", "from=2026-03-02&to=2026-03-01"), "from", "to");
  }

  @Test
  void aWrongIntervalIsNamed() {
    invalid(stats("health", "interval=fortnight"), "interval");
    invalid(stats("overview", "interval=fortnight"), "interval");
    invalid(stats("channels/sms", "interval=DAY"), "interval");
    invalid(stats("channels/sms", "interval=day&interval=day"), "interval");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metric  | limit=1
          metric  | metric=
          metric  | metric=nonsense
          metric  | metric=in_journey_now
          metric  | metric=count
          metric  | metric=opened&channel=sms
          metric  | metric=opened_users&channel=sms&step=a
          metric  | metric=converted_users&channel=push&step=a
          metric  | metric=exits&metric=exits
          channel | metric=sent&channel=fax
          channel | metric=sent&channel=PUSH&step=a
          channel | metric=delivery_issues&channel=fax&reason=no_device
          goal    | metric=count&goal=nonsense
          goal    | metric=count&goal=
          goal    | metric=converted_users&channel=push&step=a&goal=%27%5C
          goal    | metric=sent&channel=push&goal=nonsense
          reason  | metric=drop_offs&reason=internal_error
          reason  | metric=opened_users&channel=push&step=a&reason=no_device
          metric  | metric=sent&channel=push&reason=no_device
          metric  | metric=passages&step=a&end=exited
          metric  | metric=exits&end=exited
          to_step | metric=passages&from_step=a
          end     | metric=passages&from_step=a&to_step=b&end=exited
          end     | metric=passages&end=finished
          attribution | metric=converted_users&channel=push&step=a&attribution=best
          touch   | metric=converted_users&channel=push&step=a&attribution=last&touch=sent
          """)
  void aWrongNumberIsNamed(String field, String query) {
    invalid(stats("users", query), field);
    if (!query.equals("limit=1")) {
      invalid(stats("users.csv", query), field);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          measure  | goal=bought
          measure  | measure=
          measure  | measure=time_to_read&channel=whatsapp
          measure  | measure=time_in_step&step_id=a&measure=time_in_step
          goal     | measure=time_to_convert
          goal     | measure=time_to_convert&goal=nonsense
          goal     | measure=time_to_open&channel=email&goal=bought
          goal     | measure=time_in_step&step_id=a&goal=bought
          channel  | measure=time_to_deliver
          channel  | measure=time_to_click&channel=fax
          channel  | measure=time_in_step&step_id=a&channel=email
          step_id  | measure=time_in_step
          interval | measure=time_to_deliver&channel=email&interval=fortnight
          colour   | measure=time_to_deliver&channel=email&colour=red
          """)
  void aWrongDurationIsNamed(String field, String query) {
    invalid(stats("durations", query), field);
    if (!query.contains("interval")) {
      invalid(stats("durations.csv", query), field);
    }
  }

  @Test
  void aWrongAttributionIsNamed() {
    invalid(stats("channels/push/messages", "attribution=best"), "attribution");
    invalid(stats("channels/push/messages", "goal=bought&attribution=last&touch=sent"), "touch");
    invalid(stats("durations.csv", "measure=time_to_open&channel=push&table=pie"), "table");
    invalid(stats("flow", "interval=day"), "interval");
  }

  @Test
  void aGoalGoesWithNoOtherNumber() {
    invalid(stats("users", "metric=sent&channel=push&goal=bought"), "goal");
    invalid(stats("users", "metric=entered&step=a&goal=bought"), "goal");
    invalid(stats("users", "metric=exits&goal=bought"), "metric");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit  | limit=0
          limit  | limit=-1
          limit  | limit=1001
          limit  | limit=99999999999999999999
          limit  | limit=many
          limit  | limit=
          limit  | limit=10&limit=10
          cursor | cursor=garbage
          cursor | cursor=%27%3B--
          cursor | cursor=AAAA
          cursor | cursor=%F0%9F%98%80
          status | status=sleeping
          status | status=IN_PROGRESS
          search | search=a&search=b
          """)
  void aWrongPageIsNamed(String field, String query) {
    invalid(admin.get("journeys/" + journey + "/users?" + query), field);
  }
}
