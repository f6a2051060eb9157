package io.journeystats.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.event.EventType;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Metric;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers by group. */
class AnswerTest {
  private static final Aggregate ENTERED = new Count(EventSelection.of(EventType.ENTERED));
  private static final Aggregate EXITED = new Count(EventSelection.of(EventType.EXITED));
  private static final Instant MIDNIGHT = Instant.parse("2026-05-12T00:00:00Z");

  private static Number number(Answer answer, GroupKey key, Aggregate aggregate) {
    Number number = answer.of(key).of(new Metric("key", "Title", "Definition.", aggregate));
    assertThat(number).isNotNull();
    return number;
  }

  @Test
  void aGroupWithoutEventsHasZeros() {
    Answer answer = Answer.of(Set.of(ENTERED, EXITED), Map.of());
    assertThat(number(answer, new GroupKey.Whole(), ENTERED)).isEqualTo(0L);
    assertThat(number(answer, new GroupKey.Bucket(MIDNIGHT), EXITED)).isEqualTo(0L);
    assertThat(answer.whole().byAggregate()).containsOnlyKeys(ENTERED, EXITED);
  }

  @Test
  void whatAGroupLacksIsZeroThere() {
    GroupKey first = new GroupKey.Bucket(MIDNIGHT);
    GroupKey second = new GroupKey.Bucket(MIDNIGHT.plusSeconds(86_400));
    Answer answer =
        Answer.of(
            Set.of(ENTERED, EXITED),
            Map.of(first, Map.of(ENTERED, 7L), second, Map.of(EXITED, 5L)));
    assertThat(number(answer, first, ENTERED)).isEqualTo(7L);
    assertThat(number(answer, first, EXITED)).isEqualTo(0L);
    assertThat(number(answer, second, ENTERED)).isEqualTo(0L);
    assertThat(number(answer, second, EXITED)).isEqualTo(5L);
  }

  /** No step has the empty id; users who came to none are grouped under it all the same. */
  @Test
  void groupsOfDifferentKindsAreNotMixedUp() {
    Answer answer =
        Answer.of(
            Set.of(ENTERED),
            Map.of(
                new GroupKey.Text(""), Map.of(ENTERED, 1L),
                new GroupKey.Text("a"), Map.of(ENTERED, 2L),
                new GroupKey.Text("A"), Map.of(ENTERED, 3L)));
    assertThat(number(answer, new GroupKey.Text(""), ENTERED)).isEqualTo(1L);
    assertThat(number(answer, new GroupKey.Text("a"), ENTERED)).isEqualTo(2L);
    assertThat(number(answer, new GroupKey.Text("A"), ENTERED)).isEqualTo(3L);
    assertThat(number(answer, new GroupKey.Whole(), ENTERED)).isEqualTo(0L);
  }
}
