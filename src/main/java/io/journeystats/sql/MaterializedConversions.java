package io.journeystats.sql;

import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The conversions of some goals that are kept, as far as one statement may rely on them.
 *
 * @param rows by the number of a filling, the row in which the goals count that have that
 *     definition
 * @param covers all that follows from the events inserted up to this second since 1970, by the
 *     clock of ClickHouse, is there
 * @param missing the names of the custom events that goals ask for whose conversions are not kept
 * @param changedFrom the time of the first event that came in since and may have made conversions;
 *     empty where there is none
 */
record MaterializedConversions(
    Map<Long, BigInteger> rows, long covers, Set<String> missing, Optional<Instant> changedFrom) {
  /** None at all. */
  static final MaterializedConversions NONE =
      new MaterializedConversions(Map.of(), 0, Set.of(), Optional.empty());

  /** Copies what it is made of. */
  MaterializedConversions {
    rows = ImmutableMap.copyOf(rows);
    missing = Set.copyOf(missing);
  }

  /** Tells whether there is nothing else, so that nothing has to be computed. */
  boolean isAll() {
    return !rows.isEmpty() && missing.isEmpty() && changedFrom.isEmpty();
  }
}
