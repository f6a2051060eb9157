package io.journeystats.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.metric.Formula.Sum;
import io.journeystats.metric.Formula.Undefined;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The aggregates of metrics, and metrics limited to some events. */
class MetricTest {
  private static final EventSelection SENT =
      EventSelection.of(EventType.MESSAGE_SENT).in(Channel.EMAIL);
  private static final EventSelection OPENED =
      EventSelection.of(EventType.MESSAGE_OPENED).in(Channel.EMAIL);
  private static final Goal GOAL =
      new Goal("bought", "Bought", Optional.empty(), Optional.empty(), 30);

  private static Metric metric(Formula formula) {
    return new Metric("key", "Title", "Definition.", formula);
  }

  @Test
  void aRateIsAFractionAndOtherMetricsAreCounts() {
    assertThat(metric(new Ratio(new Count(OPENED), new Count(SENT))).unit().key())
        .isEqualTo("fraction");
    for (Formula formula :
        List.of(
            new Count(SENT),
            new Sum(List.of()),
            new InState(UserState.EXITED),
            new Converted(Set.of(GOAL)),
            new Undefined())) {
      assertThat(metric(formula).unit().key()).as("%s", formula).isEqualTo("count");
    }
  }

  @Test
  void ratesAndUndefinedMetricsMayBeNull() {
    assertThat(metric(new Ratio(new Count(OPENED), new Count(SENT))).isNullable()).isTrue();
    assertThat(metric(new Undefined()).isNullable()).isTrue();
    assertThat(metric(new Count(SENT)).isNullable()).isFalse();
    assertThat(metric(new Sum(List.of())).isNullable()).isFalse();
  }

  @Test
  void everyAggregateIsListedOnce() {
    Formula sum = new Sum(List.of(new Count(SENT), new Count(OPENED), new Count(SENT)));
    Formula rate = new Ratio(sum, new Sum(List.of(new Count(SENT), new InState(UserState.EXITED))));
    assertThat(metric(rate).aggregates())
        .containsExactly(new Count(SENT), new Count(OPENED), new InState(UserState.EXITED));
    assertThat(metric(new Undefined()).aggregates()).isEmpty();
  }

  @Test
  void contributionsOfARateAreThoseOfItsNumerator() {
    Distinct users = new Distinct(Subject.USER, OPENED);
    ConvertedAfter attributed = new ConvertedAfter(GOAL, OPENED);
    assertThat(metric(new Ratio(users, new Count(SENT))).contributions()).containsExactly(users);
    assertThat(
            metric(new Sum(List.of(users, attributed, new InState(UserState.IN_PROGRESS))))
                .contributions())
        .containsExactlyInAnyOrder(users, attributed);
    assertThat(metric(new InState(UserState.IN_PROGRESS)).contributions()).isEmpty();
    assertThat(metric(new Undefined()).contributions()).isEmpty();
    assertThat(metric(new Converted(Set.of(GOAL))).contributions())
        .containsExactly(new Converted(Set.of(GOAL)));
  }

  @Test
  void aMetricOfAStepCountsItsEventsOnly() {
    EventSelection sentAt =
        new EventSelection(
            Set.of(EventType.MESSAGE_SENT),
            Optional.of(Channel.EMAIL),
            Optional.empty(),
            Optional.of("mail"),
            Optional.empty());
    EventSelection openedAt =
        new EventSelection(
            Set.of(EventType.MESSAGE_OPENED),
            Optional.of(Channel.EMAIL),
            Optional.empty(),
            Optional.of("mail"),
            Optional.empty());
    Formula rate =
        new Ratio(
            new Sum(
                List.of(
                    new Distinct(Subject.USER, OPENED),
                    new ConvertedAfter(GOAL, OPENED),
                    new Converted(Set.of(GOAL)),
                    new InState(UserState.EXITED))),
            new Count(SENT));
    assertThat(metric(rate).at("mail").formula())
        .isEqualTo(
            new Ratio(
                new Sum(
                    List.of(
                        new Distinct(Subject.USER, openedAt),
                        new ConvertedAfter(GOAL, openedAt),
                        new Converted(Set.of(GOAL)),
                        new InState(UserState.EXITED))),
                new Count(sentAt)));
  }

  @Test
  void aMetricOfAReasonKeepsItsOtherConditions() {
    EventSelection failed =
        EventSelection.of(EventType.MESSAGE_FAILED).in(Channel.PUSH).at("hello");
    Metric narrowed = metric(new Count(failed)).because("no_device");
    assertThat(narrowed.formula())
        .isEqualTo(
            new Count(
                new EventSelection(
                    Set.of(EventType.MESSAGE_FAILED),
                    Optional.of(Channel.PUSH),
                    Optional.of("no_device"),
                    Optional.of("hello"),
                    Optional.empty())));
    assertThat(narrowed.key()).isEqualTo("key");
    assertThat(narrowed.title()).isEqualTo("Title");
  }
}
