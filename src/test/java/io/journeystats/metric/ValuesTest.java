package io.journeystats.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.event.EventType;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.metric.Formula.Sum;
import io.journeystats.metric.Formula.Undefined;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The arithmetic of metrics: "a rate is a fraction, null where its denominator is 0". */
class ValuesTest {
  private static final Aggregate ENTERED = new Count(EventSelection.of(EventType.ENTERED));
  private static final Aggregate EXITED = new Count(EventSelection.of(EventType.EXITED));
  private static final Aggregate USERS =
      new Distinct(Subject.USER, EventSelection.of(EventType.ENTERED));

  private static Metric metric(Formula formula) {
    return new Metric("key", "Title", "Definition.", formula);
  }

  @Test
  void aCountIsTheStoresAnswer() {
    Values values = new Values(Map.of(ENTERED, 7L, USERS, 3L));
    assertThat(values.of(metric(ENTERED))).isEqualTo(7L);
    assertThat(values.of(metric(USERS))).isEqualTo(3L);
  }

  @Test
  void aMissingAnswerIsZero() {
    assertThat(Values.NONE.of(metric(ENTERED))).isEqualTo(0L);
    assertThat(new Values(Map.of(EXITED, 7L)).of(metric(ENTERED))).isEqualTo(0L);
  }

  @Test
  void aSumAddsUpAndAnEmptyOneIsZero() {
    Values values = new Values(Map.of(ENTERED, 7L, EXITED, 5L, USERS, 3L));
    assertThat(values.of(metric(new Sum(List.of(ENTERED, EXITED))))).isEqualTo(12L);
    assertThat(values.of(metric(new Sum(List.of(ENTERED, new Sum(List.of(EXITED, USERS)))))))
        .isEqualTo(15L);
    assertThat(values.of(metric(new Sum(List.of(ENTERED, ENTERED))))).isEqualTo(14L);
    assertThat(values.of(metric(new Sum(List.of())))).isEqualTo(0L);
  }

  @Test
  void aSumIsExactBeyondTheRangeOfADouble() {
    Values values = new Values(Map.of(ENTERED, 9_007_199_254_740_993L, EXITED, 1L));
    assertThat(values.of(metric(new Sum(List.of(ENTERED, EXITED)))))
        .isEqualTo(9_007_199_254_740_994L);
  }

  @Test
  void aRateIsAFraction() {
    Values values = new Values(Map.of(ENTERED, 8L, EXITED, 2L));
    assertThat(values.of(metric(new Ratio(EXITED, ENTERED)))).isEqualTo(0.25);
    assertThat(values.of(metric(new Ratio(ENTERED, EXITED)))).isEqualTo(4.0);
    assertThat(values.of(metric(new Ratio(USERS, ENTERED)))).isEqualTo(0.0);
    assertThat(values.of(metric(new Ratio(new Sum(List.of(ENTERED, EXITED)), ENTERED))))
        .isEqualTo(1.25);
  }

  @Test
  void aRateWithAZeroBaseIsNull() {
    Values values = new Values(Map.of(ENTERED, 8L));
    assertThat(values.of(metric(new Ratio(ENTERED, EXITED)))).isNull();
    assertThat(values.of(metric(new Ratio(EXITED, EXITED)))).isNull();
    assertThat(values.of(metric(new Ratio(ENTERED, new Sum(List.of()))))).isNull();
  }

  @Test
  void anUndefinedMetricIsNull() {
    assertThat(new Values(Map.of(ENTERED, 8L)).of(metric(new Undefined()))).isNull();
  }

  @Test
  void aRateIsNotACount() {
    Formula rate = new Ratio(ENTERED, EXITED);
    assertThatThrownBy(() -> Values.NONE.of(metric(new Sum(List.of(rate)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Values.NONE.of(metric(new Ratio(new Undefined(), ENTERED))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void missingAnswersAreTakenFromTheOtherGroup() {
    Values own = new Values(Map.of(ENTERED, 7L));
    Values both = own.orElse(new Values(Map.of(ENTERED, 1L, EXITED, 5L)));
    assertThat(both.of(metric(ENTERED))).isEqualTo(7L);
    assertThat(both.of(metric(EXITED))).isEqualTo(5L);
    assertThat(own.of(metric(EXITED))).isEqualTo(0L);
  }

  @Test
  void valuesAreIndependentOfTheSourceMap() {
    Map<Aggregate, Long> answers = new HashMap<>(Map.of(ENTERED, 7L));
    Values values = new Values(answers);
    answers.put(ENTERED, 8L);
    assertThat(values.of(metric(ENTERED))).isEqualTo(7L);
  }

  @Test
  void eachStateIsAnsweredSeparately() {
    Values values = new Values(Map.of(new InState(UserState.IN_PROGRESS), 4L));
    assertThat(values.of(metric(new InState(UserState.IN_PROGRESS)))).isEqualTo(4L);
    assertThat(values.of(metric(new InState(UserState.EXITED)))).isEqualTo(0L);
  }
}
