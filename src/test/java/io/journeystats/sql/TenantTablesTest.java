package io.journeystats.sql;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.event.EventType;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.QuarterHours;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * Whatever is read of the events' tables is read of one tenant: also where another's events would
 * change no answer, but only make it slower. So every statement that is given out is looked at.
 */
class TenantTablesTest {
  private static final Pattern TABLE =
      Pattern.compile(
          "\"(?:events|event_counts|user_states|user_entrances|device_users|user_presence|conversions)\"");
  private static final Pattern CONDITION = Pattern.compile("\"tenant_id\" = 'mine'");

  private static final TenantId MINE = new TenantId("mine");

  /** Later than some of what is asked about. */
  private static final Instant FIRST_KEPT = Instant.parse("2026-05-12T12:07:00Z");

  private static final JourneyId JOURNEY = new JourneyId(new UUID(0, 1));
  private static final JourneyId OTHER = new JourneyId(new UUID(0, 2));

  private static final UserPresence.Kind CONTACTS =
      new UserPresence.Kind(EventType.MESSAGE_SENT, Optional.empty(), Optional.empty());

  /** In the middle of quarter hours, so that events are read one by one, too. */
  private static final TimeRange RANGE =
      TimeRange.between(
          Instant.parse("2026-05-12T00:07:00Z"), Instant.parse("2026-05-13T00:07:00Z"));

  /** What a parameter may be, by its type as it is declared. */
  private static final Map<String, List<Object>> ARGUMENTS =
      Map.ofEntries(
          entry(JourneyId.class.getName(), List.of(JOURNEY)),
          entry(
              "java.util.Set<%s>".formatted(JourneyId.class.getName()),
              List.of(Set.of(JOURNEY), Set.of(JOURNEY, OTHER))),
          entry(EventSelection.class.getName(), List.of(EventSelection.of(EventType.ENTERED))),
          entry(TimeRange.class.getName(), List.of(RANGE, TimeRange.UNBOUNDED)),
          entry(
              QuarterHours.class.getName(),
              List.of(QuarterHours.of(List.of()), QuarterHours.of(List.of(4_432_000L)))),
          entry(
              "java.util.Collection<%s>".formatted(UserPresence.Kind.class.getName()),
              List.of(List.of(CONTACTS))),
          entry(Condition.class.getName(), List.of(trueCondition())),
          entry(Duration.class.getName(), List.of(Duration.ofMinutes(15))),
          entry(String.class.getName(), List.of("purchase")),
          entry("java.util.Set<java.lang.String>", List.of(Set.of("purchase", "refund"))),
          entry("java.util.List<org.jooq.SelectFieldOrAsterisk>", List.of(List.of(asterisk()))));

  /** More of them, of conversions. */
  private static final Map<String, List<Object>> MORE_ARGUMENTS =
      Map.of(
          "long",
          List.of(1_780_000_000L),
          "java.util.Collection<java.lang.Long>",
          List.of(List.of(7L), List.of(7L, 8L)),
          Instant.class.getName(),
          List.of(RANGE.from().orElseThrow()),
          "org.jooq.Field<T>",
          List.of(EventColumns.USER_KEY),
          GoalTable.class.getName(),
          List.of(
              new GoalTable(
                  Map.of(
                      JOURNEY,
                      List.of(goal(Optional.empty()), goal(Optional.of("step"))),
                      OTHER,
                      List.of(goal(Optional.of("step")))))));

  private static Goal goal(Optional<String> step) {
    return new Goal(
        "goal", "Goal", Optional.of(new GoalConditions("purchase", List.of())), step, 7);
  }

  @Test
  void everyTableIsReadOfTheTenantOnly() {
    readsTheTenantOnly(new TenantTables(TenantData.all(MINE)), 10);
    readsTheTenantOnly(new UserPresence(new TenantTables(TenantData.all(MINE))), 0);
    readsTheTenantOnly(new TenantConversions(TenantData.all(MINE)), 1);
  }

  private static void readsTheTenantOnly(Record all, int atLeast) {
    assertThat(statements(all)).hasSizeGreaterThan(atLeast);
    assertThat(statements(all))
        .allSatisfy(method ->
            assertThat(arguments(List.of(method.getParameters())))
                .allSatisfy(arguments -> readsTheTenantOnly(sql(method, all, arguments))));
  }

  /** What came in lately is asked only to find out whether something has to be read again. */
  @Test
  void nothingIsReadThatIsNotKept() {
    TenantData data = new TenantData(MINE, Optional.of(FIRST_KEPT));
    readsWhatIsKept(new TenantTables(data), 8);
    readsWhatIsKept(new UserPresence(new TenantTables(data)), 0);
    readsWhatIsKept(new TenantConversions(data), 1);
  }

  private static void readsWhatIsKept(Record kept, int atLeast) {
    List<Method> reading =
        statements(kept).stream()
            .filter(method -> !method.getName().endsWith("nsertedWithin"))
            .toList();
    assertThat(reading).hasSizeGreaterThan(atLeast);
    assertThat(reading)
        .allSatisfy(method ->
            assertThat(arguments(List.of(method.getParameters())))
                .allSatisfy(arguments ->
                    assertThat(sql(method, kept, arguments))
                        .containsAnyOf(
                            Long.toString(FIRST_KEPT.toEpochMilli()),
                            Long.toString(FIRST_KEPT.toEpochMilli() + QuarterHours.OFFSET_MILLIS),
                            "\"quarter_hour\" >= " + QuarterHours.number(FIRST_KEPT))));
  }

  private static void readsTheTenantOnly(String sql) {
    long tables = TABLE.matcher(sql).results().count();
    assertThat(tables).as(sql).isPositive();
    assertThat(CONDITION.matcher(sql).results().count()).as(sql).isEqualTo(tables);
    // One that holds only together with the rest.
    assertThat(sql).doesNotContainIgnoringCase("'mine' or ");
  }

  /** What a reader of the tables gives out. */
  private static List<Method> statements(Record reader) {
    return Stream.of(reader.getClass().getDeclaredMethods())
        .filter(method ->
            Select.class.isAssignableFrom(method.getReturnType())
                || (reader instanceof TenantConversions
                    && method.getReturnType() == Condition.class))
        .filter(method -> (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0)
        .toList();
  }

  private static String sql(Method method, Record reader, List<Object> arguments) {
    try {
      Object select = method.invoke(reader, arguments.toArray());
      return DSL.using(SQLDialect.CLICKHOUSE).renderInlined((QueryPart) select);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(method + " " + arguments, e);
    }
  }

  /** All combinations. */
  private static List<List<Object>> arguments(List<Parameter> parameters) {
    List<List<Object>> combined = List.of(List.of());
    for (Parameter parameter : parameters) {
      String type = parameter.getParameterizedType().getTypeName();
      List<Object> values = ARGUMENTS.getOrDefault(type, MORE_ARGUMENTS.get(type));
      assertThat(values).as("say here what %s may be", parameter).isNotNull();
      combined =
          combined.stream()
              .flatMap(before ->
                  values.stream()
                      .map(value -> Stream.concat(before.stream(), Stream.of(value)).toList()))
              .toList();
    }
    return combined;
  }
}
