package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.bucketStart;
import static io.journeystats.clickhouse.ClickHouseExpressions.countIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.journeystats.query.DurationSummary;
import io.journeystats.query.StatsQuery;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * Reads what is known of the values of a duration: all of them, and those of each bucket, in one
 * statement.
 *
 * @param query which duration
 * @param fillings tell which conversions are kept
 */
record DurationsQuery(StatsQuery.Durations query, MaterializedGoals fillings) {
  private static final Field<Long> BUCKET = field(name("bucket"), Long.class);

  /** The bucket of values that the series leaves out, as they are yet to come. */
  private static final long OUTSIDE = -1;

  private static final Field<Object> SORTED = field(name("sorted"), Object.class);
  private static final Field<Long> COUNT = field("length({0})", Long.class, SORTED);

  /** Columns of a row before the percentiles, and those of the median and of the 95th of these. */
  private static final int FIRST_PERCENTILE = 5;

  private static final int MEDIAN = FIRST_PERCENTILE + DurationSummary.PERCENTS.indexOf(50);
  private static final int NEARLY_ALL = FIRST_PERCENTILE + DurationSummary.PERCENTS.indexOf(95);
  private static final int FIRST_BOUND = FIRST_PERCENTILE + DurationSummary.PERCENTS.size();

  DurationSummary read(DSLContext database) {
    Map<Instant, DurationSummary.Point> buckets = new HashMap<>();
    DurationSummary total = summary(Optional.empty(), buckets);
    for (Record row : database.fetch(statement())) {
      if (row.get(0, Integer.class) == 1) {
        total = summary(Optional.of(row), buckets);
      } else if (row.get(1, Long.class) != OUTSIDE && row.get(2, Long.class) > 0) {
        buckets.put(
            Instant.ofEpochMilli(row.get(1, Long.class)),
            new DurationSummary.Point(
                row.get(2, Long.class),
                row.get(MEDIAN, Long.class),
                row.get(NEARLY_ALL, Long.class)));
      }
    }
    return new DurationSummary(
        total.count(),
        total.negative(),
        total.mean(),
        total.percentiles(),
        total.histogram(),
        buckets);
  }

  private static DurationSummary summary(
      Optional<Record> found, Map<Instant, DurationSummary.Point> buckets) {
    long count = found.map(row -> row.get(2, Long.class)).orElse(0L);
    long negative = found.map(row -> row.get(3, Long.class)).orElse(0L);
    List<Long> percentiles = new ArrayList<>();
    List<Long> histogram = new ArrayList<>();
    Optional<Long> mean = Optional.empty();
    long upToLast = 0;
    if (found.isPresent() && count > 0) {
      Record row = found.get();
      mean = Optional.of(mean(new BigInteger(row.get(4, String.class)), count));
      for (int column = FIRST_PERCENTILE; column < FIRST_BOUND; column++) {
        percentiles.add(row.get(column, Long.class));
      }
      for (int bound = 0; bound < DurationSummary.BOUNDS.size(); bound++) {
        long upTo = row.get(FIRST_BOUND + bound, Long.class);
        histogram.add(upTo - upToLast);
        upToLast = upTo;
      }
      histogram.add(count - upToLast);
    } else {
      LongStream.rangeClosed(0, DurationSummary.BOUNDS.size()).forEach(_ -> histogram.add(0L));
    }
    return new DurationSummary(count, negative, mean, percentiles, histogram, buckets);
  }

  /** Half up, of numbers that are not negative. */
  private static long mean(BigInteger sum, long count) {
    BigInteger divisor = BigInteger.valueOf(count);
    return sum.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1)).longValueExact();
  }

  /**
   * A row's columns are whether it is of all values, the bucket, how many values there are, how
   * many negative ones, the sum, the percentiles and how many values are not above each bound.
   */
  private ResultQuery<Record> statement() {
    Field<Long> length = TimeSpanQuery.LENGTH;
    List<SelectFieldOrAsterisk> grouped = new ArrayList<>();
    grouped.add(field("toUInt8(grouping({0}))", Integer.class, BUCKET).as("is_total"));
    grouped.add(BUCKET);
    grouped.add(field("arraySort(groupArrayIf({0}, {0} >= 0))", Object.class, length).as(SORTED));
    grouped.add(countIf(length.lt(inline(0L))).as("negative"));
    grouped.add(field("sumIf(toInt128({0}), {0} >= 0)", Object.class, length).as("total"));
    for (long bound : DurationSummary.BOUNDS) {
      grouped.add(
          countIf(condition("{0} BETWEEN 0 AND {1}", length, inline(bound))).as("up_to_" + bound));
    }
    Select<Record> groups =
        select(grouped)
            .from(
                select(length, bucket().as(BUCKET))
                    .from(values().asTable("lengths"))
                    .asTable("in_buckets"))
            .groupBy(field("GROUPING SETS ((), ({0}))", BUCKET));
    List<SelectFieldOrAsterisk> columns = new ArrayList<>();
    columns.add(field(name("is_total"), Integer.class));
    columns.add(BUCKET);
    columns.add(COUNT.as("count"));
    columns.add(field(name("negative"), Long.class));
    columns.add(field("toString({0})", String.class, field(name("total"))).as("sum"));
    DurationSummary.PERCENTS.forEach(percent ->
        columns.add(
            field(
                    "arrayElement({0}, intDiv(length({0}) * {1} + 99, 100))",
                    Long.class, SORTED, inline(percent))
                .as("p" + percent)));
    DurationSummary.BOUNDS.forEach(bound -> columns.add(field(name("up_to_" + bound), Long.class)));
    return withSettings(select(columns).from(groups.asTable("groups")), IN_WITHOUT_INDEX);
  }

  private Select<Record> values() {
    return new TimeSpanQuery(
            new TenantTables(query.data()),
            query.journey(),
            query.range(),
            query.span(),
            noCondition(),
            fillings)
        .lengths();
  }

  private Field<Long> bucket() {
    Field<Long> at = epochMillis(EventColumns.TIME);
    return query
        .buckets()
        .<Field<Long>>map(buckets ->
            when(
                    at.ge(inline(buckets.first().toEpochMilli()))
                        .and(at.lt(inline(buckets.end().toEpochMilli()))),
                    bucketStart(at, buckets.starts()))
                .otherwise(inline(OUTSIDE)))
        .orElseGet(() -> field("toInt64({0})", Long.class, inline(OUTSIDE)));
  }
}
