package io.journeystats.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GoalMaskTest {
  private static final BigInteger ROW = GoalMask.counting(List.of(0, 63, 64, 99));

  @Test
  void aGoalIsAByteWhereConditionsAreCounted() {
    GoalMask bytes = new GoalMask(100);
    assertThat(bytes.columns()).hasSize(4);
    assertThat(bytes.literal(ROW, 0)).hasToString("CAST('128', 'UInt256')");
    String last = BigInteger.ONE.shiftLeft(8 * 3 + 7).toString();
    assertThat(bytes.literal(ROW, 3)).hasToString("CAST('" + last + "', 'UInt256')");
    assertThat(new GoalMask(8).literal(GoalMask.counting(List.of(7)), 0))
        .hasToString("CAST('9223372036854775808', 'UInt64')");
  }

  @Test
  void aGoalIsABitWhereNothingElseIsWanted() {
    GoalMask bits = new GoalMask(100).countingOnly();
    assertThat(bits.columns()).hasSize(2);
    assertThat(bits.literal(ROW, 0)).hasToString("CAST('9223372036854775809', 'UInt64')");
    assertThat(bits.literal(ROW, 1)).hasToString("CAST('34359738369', 'UInt64')");
    // What is below the highest bit of a byte does not count.
    assertThat(bits.literal(GoalMask.of(5, GoalMask.COUNTS - 1), 0))
        .hasToString("CAST('0', 'UInt64')");
    assertThat(bits.literal(GoalMask.of(5, GoalMask.COUNTS + 3), 0))
        .hasToString("CAST('32', 'UInt64')");
    assertThat(new GoalMask(64).countingOnly().columns()).hasSize(1);
    assertThat(new GoalMask(65).countingOnly().columns()).hasSize(2);
  }
}
