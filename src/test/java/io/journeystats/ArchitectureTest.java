package io.journeystats;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.text.DateFormat;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house that a compiler cannot check. */
final class ArchitectureTest {
  private static final String ROOT = "io.journeystats";

  /** Each layer may use only those after it; the names within one layer do not know each other. */
  private static final List<Set<String>> LAYERS =
      List.of(
          Set.of("app"),
          Set.of("demo", "cli", "engine"),
          Set.of("export"),
          Set.of("download"),
          Set.of("dashboard"),
          Set.of("cache"),
          Set.of("sql"),
          Set.of("query"),
          Set.of("metric", "rollup", "webhook"),
          Set.of("event"),
          Set.of("journey", "erasure"),
          Set.of("tenant"),
          Set.of("audit", "csv", "limit", "openapi"),
          Set.of("clickhouse", "http"));

  private static final String EVENT_TABLES = ROOT + ".clickhouse.EventTables";
  private static final Set<String> KNOW_EVENT_TABLES =
      Set.of(
          ROOT + ".sql.ConversionStatements",
          ROOT + ".sql.TenantConversions",
          ROOT + ".sql.TenantTables",
          ROOT + ".sql.UserPresence",
          ROOT + ".event.EventQuota",
          ROOT + ".event.EventWriter",
          ROOT + ".event.StoredTimes",
          ROOT + ".rollup.EventRollup",
          ROOT + ".rollup.EventEraser",
          ROOT + ".rollup.PartMerger",
          ROOT + ".rollup.UserRows");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @TestFactory
  List<DynamicTest> usesOnlyTheLayersBelow() {
    return LAYERS.stream()
        .flatMap(Set::stream)
        .sorted()
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () ->
                    noClasses()
                        .that()
                        .resideInAPackage(pattern(name))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(notBelow(name))
                        // A layer that nobody has written yet breaks no rule.
                        .allowEmptyShould(true)
                        .check(MAIN)))
        .toList();
  }

  @Test
  void everyClassLivesInALayer() {
    String[] layers =
        LAYERS.stream().flatMap(Set::stream).map(ArchitectureTest::pattern).toArray(String[]::new);
    classes().should().resideInAnyPackage(layers).check(MAIN);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(MAIN)
        .allSatisfy(
            type -> assertThat(type.getPackage().isAnnotatedWith(NullMarked.class)).isTrue());
  }

  @Test
  void resourcesKnowNoSql() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jooq..", "java.sql..", "com.clickhouse..")
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void queriesAndTheCacheKnowNoSql() {
    noClasses()
        .that()
        .resideInAnyPackage(pattern("query"), pattern("cache"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jooq..", "java.sql..", "com.clickhouse..", pattern("sql"))
        .check(MAIN);
  }

  /** Tools around the service: it runs without them. */
  @Test
  void onlyTheApplicationKnowsTheTools() {
    noClasses()
        .that()
        .resideOutsideOfPackages(pattern("app"), pattern("demo"), pattern("cli"), pattern("engine"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(pattern("demo"), pattern("cli"), pattern("engine"))
        .check(MAIN);
  }

  @Test
  void onlyTheApplicationReadsTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage(pattern("app"))
        .should()
        .accessTargetWhere(target(describe("reads the clock", ArchitectureTest::readsTheClock)))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(MAIN);
  }

  @Test
  void datesAreThoseOfJavaTime() {
    DescribedPredicate<JavaClass> old =
        JavaClass.Predicates.assignableTo(Date.class)
            .or(JavaClass.Predicates.assignableTo(Calendar.class))
            .or(JavaClass.Predicates.assignableTo(DateFormat.class));
    noClasses().should().dependOnClassesThat(old).check(MAIN);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .orShould()
        .beAnnotatedWith("jakarta.ws.rs.core.Context")
        .check(MAIN);
  }

  /** Tenants stay apart because few classes read or write events, and only for a tenant. */
  @Test
  void onlyTheClassesThatAreListedNameEventTables() {
    Set<String> present = names(MAIN.stream().map(ArchitectureTest::outermost));
    Set<String> users =
        names(
            MAIN.stream()
                .filter(ArchitectureTest::usesEventTables)
                .map(ArchitectureTest::outermost));
    users.remove(EVENT_TABLES);

    assertThat(users).isSubsetOf(KNOW_EVENT_TABLES);
    assertThat(KNOW_EVENT_TABLES.stream().filter(present::contains))
        .as("classes that exist in order to name the tables, but do not")
        .isSubsetOf(users);
  }

  /** A constant would be copied into its users by the compiler, where no rule can see it. */
  @Test
  void eventTablesHoldNoConstants() {
    noFields()
        .that()
        .areDeclaredIn(EVENT_TABLES)
        .should()
        .haveRawType(String.class)
        .allowEmptyShould(true)
        .check(MAIN);
  }

  /** Everything but the layers after the one of this name, and but the package itself. */
  private static String[] notBelow(String name) {
    return LAYERS.stream()
        .takeWhile(layer -> LAYERS.indexOf(layer) <= layerOf(name))
        .flatMap(Set::stream)
        .filter(other -> !other.equals(name))
        .map(ArchitectureTest::pattern)
        .toArray(String[]::new);
  }

  private static int layerOf(String name) {
    return (int) LAYERS.stream().takeWhile(layer -> !layer.contains(name)).count();
  }

  private static String pattern(String name) {
    return ROOT + "." + name + "..";
  }

  private static boolean readsTheClock(AccessTarget target) {
    JavaClass owner = target.getOwner();
    return switch (target.getName()) {
      case "now" -> owner.isAssignableTo(TemporalAccessor.class);
      case "system" -> owner.isEquivalentTo(InstantSource.class);
      case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
      default -> false;
    };
  }

  private static boolean usesEventTables(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .anyMatch(target -> outermost(target).getName().equals(EVENT_TABLES));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static Set<String> names(Stream<JavaClass> types) {
    return types.map(JavaClass::getName).collect(Collectors.toSet());
  }
}
