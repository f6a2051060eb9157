package io.journeystats.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GoalBytesTest {
  private static final BigInteger ROW = GoalBytes.counting(List.of(0, 63, 64, 99));

  @Test
  void aGoalIsAByteWhereConditionsAreCounted() {
    GoalBytes bytes = new GoalBytes(100);
    assertThat(bytes.columns()).hasSize(4);
    assertThat(bytes.literal(ROW, 0)).hasToString("CAST('128', 'UInt256')");
    String last = BigInteger.ONE.shiftLeft(8 * 3 + 7).toString();
    assertThat(bytes.literal(ROW, 3)).hasToString("CAST('" + last + "', 'UInt256')");
    assertThat(new GoalBytes(8).literal(GoalBytes.counting(List.of(7)), 0))
        .hasToString("CAST('9223372036854775808', 'UInt64')");
  }

  @Test
  void aGoalIsABitWhereNothingElseIsWanted() {
    GoalBytes bits = new GoalBytes(100).countingOnly();
    assertThat(bits.columns()).hasSize(2);
    assertThat(bits.literal(ROW, 0)).hasToString("CAST('9223372036854775809', 'UInt64')");
    assertThat(bits.literal(ROW, 1)).hasToString("CAST('34359738369', 'UInt64')");
    // What is below the highest bit of a byte does not count.
    assertThat(bits.literal(GoalBytes.of(5, GoalBytes.COUNTS - 1), 0))
        .hasToString("CAST('0', 'UInt64')");
    assertThat(bits.literal(GoalBytes.of(5, GoalBytes.COUNTS + 3), 0))
        .hasToString("CAST('32', 'UInt64')");
    assertThat(new GoalBytes(64).countingOnly().columns()).hasSize(1);
    assertThat(new GoalBytes(65).countingOnly().columns()).hasSize(2);
  }
}
