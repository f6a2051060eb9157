package io.journeystats.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.common.hash.Hashing;
import io.journeystats.clickhouse.ChangeWatch;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.InsertIfAbsent;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.clickhouse.StoreFailure;
import io.journeystats.csv.Cell;
import io.journeystats.csv.CsvFile;
import io.journeystats.csv.FileName;
import io.journeystats.csv.InMemoryTable;
import io.journeystats.csv.StreamedTable;
import io.journeystats.http.ConflictException;
import io.journeystats.http.InvalidInputException;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.RateLimit;
import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.EndlessInsertion;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of jobs: with instances that die, disks that are full, and people who hang up. */
@Timeout(120)
@ExtendWith(TestClickHouse.class)
class ExportsIT {
  private static final TenantId SHOP = new TenantId("shop");
  private static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");
  private static final long MEGABYTE = 1 << 20;

  private static ClickHouse clickHouse;

  @TempDir private Path directory;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final AtomicInteger made = new AtomicInteger();
  private ExportJobStore log;
  private @Nullable Exports running;

  @BeforeAll
  static void migrate(ClickHouse database) {
    clickHouse = database;
    new Migrator(database).migrate();
  }

  ExportsIT(ClickHouse database) {
    log = new ExportJobStore(database.dsl("exports"));
  }

  @BeforeEach
  void empty() {
    clickHouse.dsl().execute("TRUNCATE TABLE export_jobs");
  }

  @AfterEach
  void stop() {
    if (running != null) {
      running.stop();
    }
  }

  private Exports exports() {
    return Objects.requireNonNull(running);
  }

  private static ExportSettings settings(long room, long leastFree) {
    return settings(room, 1_000, leastFree);
  }

  private static ExportSettings settings(long room, int files, long leastFree) {
    return new ExportSettings(
        2, 2, 4, 3, 2, Duration.ofMillis(800), Duration.ofDays(7), room, room, files, leastFree);
  }

  private Exports service(ExportContents contents, ExportSettings settings) {
    try {
      return new Exports(
          log,
          LocalStorage.open(directory),
          contents,
          settings,
          now::get,
          Ticker.systemTicker(),
          new ChangeWatch(clickHouse.dsl("changes")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void use(ExportContents contents, ExportSettings settings) {
    Exports started = service(contents, settings);
    started.start();
    running = started;
  }

  private CsvFile rows(int number) {
    made.incrementAndGet();
    List<List<Cell>> rows =
        Stream.<List<Cell>>generate(() -> List.of(new Cell.Text("=1+1"), new Cell.Count(7)))
            .limit(number)
            .toList();
    return new CsvFile(FileName.of("A shop"), new InMemoryTable(List.of("Name", "Number"), rows));
  }

  private static CsvFile stored(String sql) {
    return new CsvFile(
        FileName.of("Numbers"),
        new StreamedTable(
            clickHouse.byteQueries(),
            "exports.test",
            List.of("number"),
            _ -> DSL.resultQuery(sql),
            clickHouse.dsl(),
            () -> DSL.resultQuery("SELECT toInt64(1000)")));
  }

  private static ExportRequest question(String search) {
    return new ExportRequest(
        ExportKind.JOURNEYS,
        "all",
        Optional.empty(),
        Optional.empty(),
        "UTC",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new ExportFilters(null, null, null, search, null),
        Optional.empty());
  }

  private ExportJob ask(String search) {
    return exports().intake().ask(SHOP, "key", question(search), Optional.empty());
  }

  private ExportJob await(ExportJob job, ExportStatus status) {
    return Waiting.until(() -> exports().find(SHOP, job.id()), found -> found.status() == status);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileIsWholeAndItsJobSaysWhatIsInIt() throws IOException {
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    ExportJob job = ask("a");
    assertThat(job.status()).isEqualTo(ExportStatus.QUEUED);
    ExportJob ready = await(job, ExportStatus.READY);
    ExportFile file = exports().file(ready);
    byte[] bytes;
    try (var stream = exports().read(file, 0, file.size())) {
      bytes = stream.readAllBytes();
    }
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo("\"Name\",\"Number\"\r\n" + "\"'=1+1\",7\r\n".repeat(3));
    assertThat(file)
        .isEqualTo(
            new ExportFile(
                job.id() + "-1.csv",
                "A shop.csv",
                bytes.length,
                Hashing.sha256().hashBytes(bytes).toString(),
                Optional.empty()));
    assertThat(ready.rows()).isEqualTo(new RowCount(3, OptionalLong.of(3)));
    assertThat(exports().expiry(ready)).contains(NOW.plus(Duration.ofDays(7)));
    try (var part = exports().read(file, 1, 4)) {
      assertThat(part.readAllBytes()).isEqualTo("Name".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(files()).containsExactly(file.storedAs());
  }

  @Test
  void theSameQuestionIsOneJobWhileItIsUnderWay() {
    CountDownLatch gate = new CountDownLatch(1);
    use((_, _) -> gated(gate), settings(MEGABYTE, 0));
    ExportJob first = ask("a");
    assertThat(ask("a").id()).isEqualTo(first.id());
    assertThat(ask("b").id()).isNotEqualTo(first.id());
    await(first, ExportStatus.RUNNING);
    assertThat(ask("a").id()).isEqualTo(first.id());
    gate.countDown();
    await(first, ExportStatus.READY);
    assertThat(ask("a").id()).isNotEqualTo(first.id());
  }

  private CsvFile gated(CountDownLatch gate) {
    try {
      gate.await();
      return rows(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRequestOfTheSameNameIsOneJobForEver() {
    use((_, _) -> rows(1), settings(MEGABYTE, 0));
    Optional<String> name = Optional.of("monday");
    ExportJob first = exports().intake().ask(SHOP, "key", question("a"), name);
    await(first, ExportStatus.READY);
    assertThat(exports().intake().ask(SHOP, "key", question("a"), name).id()).isEqualTo(first.id());
    assertThatThrownBy(() -> exports().intake().ask(SHOP, "key", question("b"), name))
        .isInstanceOf(InvalidInputException.class);
    assertThat(exports().intake().ask(new TenantId("other"), "key", question("a"), name).id())
        .isNotEqualTo(first.id());
  }

  @Test
  void theWaitingListHasAnEnd() {
    CountDownLatch gate = new CountDownLatch(1);
    use((_, _) -> gated(gate), settings(MEGABYTE, 0));
    List<ExportJob> running = List.of(ask("1"), ask("2"));
    running.forEach(job -> await(job, ExportStatus.RUNNING));
    List.of("3", "4", "5").forEach(this::ask);
    assertThatThrownBy(() -> ask("6"))
        .isInstanceOfSatisfying(
            TryAgainException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(429));
    TenantId other = new TenantId("other");
    ExportJob others = exports().intake().ask(other, "key", question("1"), Optional.empty());
    assertThatThrownBy(() -> exports().intake().ask(other, "key", question("2"), Optional.empty()))
        .isInstanceOfSatisfying(
            TryAgainException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(503));
    gate.countDown();
    Waiting.until(() -> exports().find(other, others.id()).status() == ExportStatus.READY);
  }

  @Test
  void toCancelEndsTheStatementToo() throws IOException {
    use(
        (_, _) -> stored("SELECT number FROM numbers(1000000000000) WHERE number % 3 = 0"),
        settings(1L << 40, 0));
    ExportJob job = await(ask("a"), ExportStatus.RUNNING);
    Waiting.until(() -> exports().find(SHOP, job.id()).rowsWritten() > 0);
    assertThat(statements()).isEqualTo(1);
    assertThatThrownBy(() -> exports().file(exports().find(SHOP, job.id())))
        .isInstanceOf(ConflictException.class);
    exports().end(SHOP, job.id());
    Waiting.until(() -> statements() == 0);
    ExportJob cancelled = exports().find(SHOP, job.id());
    assertThat(cancelled.status()).isEqualTo(ExportStatus.CANCELLED);
    Waiting.until(() -> exports().running() == 0);
    assertThat(files()).isEmpty();
    assertThatThrownBy(() -> exports().file(cancelled)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void toCancelEndsAStatementThatHasGivenNothingYet() {
    use(
        (_, _) ->
            stored("SELECT count() FROM numbers(1000000000000000) WHERE cityHash64(number) = 1"),
        settings(MEGABYTE, 0));
    ExportJob job = ask("a");
    Waiting.until(() -> statements() == 1);
    exports().end(SHOP, job.id());
    Waiting.until(() -> statements() == 0 && exports().running() == 0);
    assertThat(exports().find(SHOP, job.id()).status()).isEqualTo(ExportStatus.CANCELLED);
  }

  private static int statements() {
    return clickHouse
        .dsl("observer")
        .fetchSingle(
            "SELECT toInt32(count()) FROM system.processes"
                + " WHERE Settings['log_comment'] = 'exports.test'")
        .get(0, Integer.class);
  }

  @Test
  void aFailureInTheMiddleLeavesNoFile() throws IOException {
    use(
        (_, _) ->
            stored("SELECT intDiv(1, toInt64(number) - 5000000) + number FROM numbers(10000000)"),
        settings(1L << 40, 0));
    ExportJob failed = await(ask("a"), ExportStatus.FAILED);
    assertThat(failed.error().orElseThrow()).contains("its log names the cause under fault");
    assertThat(failed.attempt()).isEqualTo(1);
    assertThat(files()).isEmpty();
  }

  @Test
  void whatMayPassIsTriedAgain() {
    AtomicInteger attempts = new AtomicInteger();
    use(
        (_, _) -> {
          if (attempts.incrementAndGet() == 1) {
            throw TryAgainException.ofCaller(
                "Too many statistics are asked for.",
                RateLimit.atOnce("statistics", 1, RateLimit.Unit.CONCURRENT_REQUESTS));
          }
          return rows(2);
        },
        settings(MEGABYTE, 0));
    ExportJob ready = await(ask("a"), ExportStatus.READY);
    assertThat(ready.attempt()).isEqualTo(2);
    assertThat(ready.failures()).isEqualTo(1);
    assertThat(ready.error()).isEmpty();
  }

  @Test
  void whatDoesNotPassIsGivenUp() {
    use(
        (_, _) -> {
          throw TryAgainException.ofCaller(
              "Too many statistics are asked for.",
              RateLimit.atOnce("statistics", 1, RateLimit.Unit.CONCURRENT_REQUESTS));
        },
        settings(MEGABYTE, 0));
    ExportJob failed = await(ask("a"), ExportStatus.FAILED);
    assertThat(failed.error()).contains("Too many statistics are asked for. It was tried 2 times.");
  }

  @Test
  void whatIsNoLongerThereIsToldByName() {
    use(
        (_, _) -> {
          throw new NotFoundException("There is no such journey.");
        },
        settings(MEGABYTE, 0));
    assertThat(await(ask("a"), ExportStatus.FAILED).error()).contains("There is no such journey.");
  }

  /** What an instance leaves behind that was killed with signal 9. */
  @Test
  void aJobWhoseInstanceDiedIsBegunAnew() throws IOException {
    ExportJob asked = ExportJob.asked(UUID.randomUUID(), SHOP, question("a"), "key", NOW);
    ExportJob begun = asked.begun("an instance that is no more", NOW);
    assertThat(log.append(asked)).isTrue();
    assertThat(log.append(begun)).isTrue();
    Files.writeString(directory.resolve(begun.storedAs() + ".part"), "\"Name\",\"Num");
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    ExportJob ready = await(begun, ExportStatus.READY);
    assertThat(ready.attempt()).isEqualTo(2);
    assertThat(ready.rowsWritten()).isEqualTo(3);
    exports().tidy();
    assertThat(files()).containsExactly(begun.id() + "-2.csv");
  }

  @Test
  void aJobThatInstancesDieOverIsGivenUp() {
    ExportJob job = ExportJob.asked(UUID.randomUUID(), SHOP, question("a"), "key", NOW);
    assertThat(log.append(job)).isTrue();
    for (int i = 0; i < 3; i++) {
      job = job.begun("instance " + i, NOW);
      assertThat(log.append(job)).isTrue();
    }
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    assertThat(await(job, ExportStatus.FAILED).error())
        .contains("Failed: the service stopped 2 times while writing this file.");
    assertThat(made).hasValue(0);
  }

  @Test
  void whatAnInstanceThatStopsHadBegunIsTakenOnAtOnce() {
    CountDownLatch begun = new CountDownLatch(1);
    use(
        (_, _) -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            throw new IllegalStateException("broken off", e);
          }
          throw new IllegalStateException("nobody counts down");
        },
        settings(MEGABYTE, 0));
    ExportJob job = ask("a");
    Waiting.until(() -> begun.getCount() == 0);
    exports().stop();
    ExportJob givenBack = log.find(SHOP, job.id()).orElseThrow();
    assertThat(givenBack.status()).isEqualTo(ExportStatus.QUEUED);
    assertThat(givenBack.failures()).isZero();
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    assertThat(await(job, ExportStatus.READY).attempt()).isEqualTo(2);
  }

  @Test
  void severalInstancesDoEachJobOnce() throws IOException {
    use((_, _) -> rows(100), settings(MEGABYTE, 0));
    Exports other = service((_, _) -> rows(100), settings(MEGABYTE, 0));
    other.start();
    try {
      for (int round = 0; round < 10; round++) {
        List<ExportJob> jobs = List.of(ask("1"), ask("2"), ask("3"));
        for (ExportJob job : jobs) {
          assertThat(await(job, ExportStatus.READY).attempt()).isEqualTo(1);
        }
      }
    } finally {
      other.stop();
    }
    assertThat(made).hasValue(30);
    assertThat(files()).hasSize(30);
  }

  @Test
  void whoeverWasThoughtDeadPublishesNothing() throws IOException {
    ExportJob asked = ExportJob.asked(UUID.randomUUID(), SHOP, question("a"), "key", NOW);
    ExportJob slow = asked.begun("the slow one", NOW);
    ExportJob other = slow.begun("the other one", NOW);
    assertThat(log.append(asked)).isTrue();
    assertThat(log.append(slow)).isTrue();
    ExportSettings settings = settings(MEGABYTE, 0);
    LocalStorage storage = LocalStorage.open(directory);
    StorageQuota room = new StorageQuota(log, storage, settings, now::get);
    new ExportAttempt(
            new JobLease(log, slow),
            (_, _) -> {
              assertThat(log.append(other)).isTrue();
              return rows(3);
            },
            storage,
            room,
            settings,
            now::get)
        .run();
    assertThat(files()).isEmpty();
    assertThat(log.find(SHOP, asked.id())).contains(other);
  }

  @Test
  void filesGoAfterSevenDays() throws IOException {
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    ExportJob job = await(ask("a"), ExportStatus.READY);
    now.set(NOW.plus(Duration.ofDays(7)).minusMillis(1));
    exports().tidy();
    assertThat(exports().find(SHOP, job.id()).status()).isEqualTo(ExportStatus.READY);
    now.set(NOW.plus(Duration.ofDays(7)));
    exports().tidy();
    ExportJob expired = exports().find(SHOP, job.id());
    assertThat(expired.status()).isEqualTo(ExportStatus.EXPIRED);
    assertThat(expired.error()).contains("The file was kept for as long as files are.");
    assertThat(files()).isEmpty();
  }

  @Test
  void aJobWithoutItsFileSaysSoAndAFileWithoutItsJobGoes() throws IOException {
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    ExportJob lost = await(ask("a"), ExportStatus.READY);
    ExportJob kept = await(ask("b"), ExportStatus.READY);
    Files.delete(directory.resolve(exports().file(lost).storedAs()));
    Files.writeString(directory.resolve(kept.id() + "-7.csv"), "of another attempt");
    String strange = UUID.randomUUID() + "-1.csv";
    Files.writeString(directory.resolve(strange), "another service's");
    Files.writeString(directory.resolve("notes.txt"), "a person's");
    exports().tidy();
    assertThat(exports().find(SHOP, lost.id()).error()).contains("The file is missing.");
    assertThat(files()).containsExactlyInAnyOrder(kept.id() + "-1.csv", strange, "notes.txt");
  }

  @Test
  void whoeverRemovesAFileFindsItGone() throws IOException {
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    ExportJob job = await(ask("a"), ExportStatus.READY);
    exports().end(SHOP, job.id());
    exports().end(SHOP, job.id());
    assertThat(exports().find(SHOP, job.id()).status()).isEqualTo(ExportStatus.EXPIRED);
    assertThat(files()).isEmpty();
  }

  @Test
  void theOldestMakeRoom() throws IOException {
    use((_, _) -> rows(80), settings(2_000, 0));
    ExportJob first = await(ask("1"), ExportStatus.READY);
    now.set(NOW.plusSeconds(1));
    ExportJob second = await(ask("2"), ExportStatus.READY);
    now.set(NOW.plusSeconds(2));
    ExportJob third = await(ask("3"), ExportStatus.READY);
    assertThat(exports().find(SHOP, first.id()).status()).isEqualTo(ExportStatus.EXPIRED);
    assertThat(exports().find(SHOP, first.id()).error())
        .contains("The file was removed to make room for newer ones.");
    assertThat(files()).containsExactlyInAnyOrder(second.id() + "-1.csv", third.id() + "-1.csv");
  }

  @Test
  void theOldestGoWhereThereAreTooMany() throws IOException {
    use((_, _) -> rows(3), settings(MEGABYTE, 2, 0));
    List<ExportJob> jobs = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      now.set(NOW.plusSeconds(number));
      jobs.add(await(ask("" + number), ExportStatus.READY));
    }
    assertThat(files())
        .containsExactlyInAnyOrder(jobs.get(2).id() + "-1.csv", jobs.get(3).id() + "-1.csv");
    assertThat(exports().find(SHOP, jobs.get(1).id()).error())
        .contains("The file was removed to make room for newer ones.");
  }

  @Test
  void aFileThatIsTooLargeForTheRoomFails() throws IOException {
    use((_, _) -> rows(1_000), settings(2_000, 0));
    assertThat(await(ask("1"), ExportStatus.FAILED).error())
        .contains("The file is larger than what the files of one tenant may take together.");
    assertThat(files()).isEmpty();
  }

  @Test
  void onAFullDiskEveryFileGoesBeforeAJobFails() throws IOException {
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    ExportJob before = await(ask("1"), ExportStatus.READY);
    exports().stop();
    use((_, _) -> rows(3), settings(MEGABYTE, Long.MAX_VALUE));
    assertThat(await(ask("2"), ExportStatus.FAILED).error())
        .contains("The disk has no room for the file.");
    assertThat(exports().find(SHOP, before.id()).status()).isEqualTo(ExportStatus.EXPIRED);
    assertThat(files()).isEmpty();
  }

  @Test
  void nobodyFindsAnothersJobs() {
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    ExportJob job = await(ask("1"), ExportStatus.READY);
    TenantId other = new TenantId("other");
    assertThatThrownBy(() -> exports().find(other, job.id())).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> exports().end(other, job.id())).isInstanceOf(NotFoundException.class);
    assertThat(exports().list(other, Optional.empty(), 10)).isEmpty();
    assertThat(exports().list(SHOP, Optional.empty(), 10))
        .extracting(ExportJob::id)
        .containsExactly(job.id());
  }

  @Test
  void theListIsReadPageByPage() {
    use((_, _) -> rows(1), settings(MEGABYTE, 0));
    for (int i = 0; i < 5; i++) {
      now.set(NOW.plusSeconds(i / 2));
      await(ask("" + i), ExportStatus.READY);
    }
    List<ExportJob> all = exports().list(SHOP, Optional.empty(), 10);
    assertThat(all).hasSize(5);
    assertThat(all).extracting(ExportJob::createdAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    List<ExportJob> page = exports().list(SHOP, Optional.empty(), 2);
    List<ExportJob> rest = exports().list(SHOP, Optional.of(ExportPosition.of(page.getLast())), 10);
    assertThat(Stream.concat(page.stream(), rest.stream()).map(ExportJob::id))
        .containsExactlyElementsOf(all.stream().map(ExportJob::id).toList());
  }

  /** What a crash leaves behind: the token is known, and the job has no such revision. */
  private static void spend(String token) {
    clickHouse.dsl().execute(elsewhere(token) + "VALUES (generateUUIDv4())");
  }

  private static String elsewhere(String token) {
    return "INSERT INTO export_jobs (change_id) SETTINGS async_insert = 0, insert_deduplicate = 1,"
        + " insert_deduplication_token = '%s' ".formatted(token);
  }

  @Test
  void aJobWhoseTokenLostItsRowIsMadeAllTheSame() {
    ExportJob job = ExportJob.asked(UUID.randomUUID(), SHOP, question("a"), "key", NOW);
    spend(job.id() + "/1");
    assertThat(log.append(job)).isTrue();
    // Begun, and ready.
    spend(job.id() + "/2");
    spend(job.id() + "/3");
    spend(job.id() + "/3/2");
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    assertThat(await(job, ExportStatus.READY).rowsWritten()).isEqualTo(3);
    assertThat(exports().troubles()).isEmpty();
    spend(job.id() + "/4");
    exports().end(SHOP, job.id());
    assertThat(exports().find(SHOP, job.id()).status()).isEqualTo(ExportStatus.EXPIRED);
  }

  @Test
  void aJobThatCannotBeChangedHoldsNobodyUp() {
    log =
        new ExportJobStore(
            clickHouse.dsl("exports"),
            new InsertIfAbsent(
                clickHouse.dsl("exports"), ExportJobStore.TABLE, Duration.ofMillis(200)));
    ExportJob stuck = ExportJob.asked(UUID.randomUUID(), SHOP, question("a"), "key", NOW);
    assertThat(log.append(stuck)).isTrue();
    String token = stuck.id() + "/2";
    spend(token);
    ExportSettings onePlace =
        new ExportSettings(
            1, 1, 4, 3, 2, Duration.ofMillis(800), Duration.ofDays(7), MEGABYTE, MEGABYTE, 9, 0);
    now.set(NOW.plusSeconds(1));
    try (EndlessInsertion insertion = EndlessInsertion.start(clickHouse, elsewhere(token))) {
      use((_, _) -> rows(3), onePlace);
      ExportJob other = ask("b");
      Waiting.until(() -> !exports().troubles().isEmpty());
      assertThat(exports().troubles().getFirst()).contains(StoreFailure.ROW_MISSING.sentence());
      assertThat(exports().find(SHOP, stuck.id()).error())
          .contains(StoreFailure.ROW_MISSING.sentence());
      await(other, ExportStatus.READY);
      assertThat(insertion.isRunning()).as("what the first waits for").isTrue();
    }
    await(stuck, ExportStatus.READY);
    Waiting.until(() -> exports().troubles().isEmpty());
  }

  /** As an instance of another version may leave behind. */
  @Test
  void aJobThatCannotBeReadFailsByItself() {
    TenantId other = new TenantId("other");
    UUID id = UUID.randomUUID();
    clickHouse
        .dsl()
        .execute(
            "INSERT INTO export_jobs (tenant_id, job_id, revision, change_id, created_at, status,"
                + " job) VALUES ('other', '%s', 1, '%s', 0, 'queued',".formatted(id, id)
                + " '{\"question\":{\"kind\":\"goals\",\"novelty\":1}}')");
    use((_, _) -> rows(3), settings(MEGABYTE, 0));
    ExportJob job = ask("a");
    Waiting.until(() -> !exports().troubles().isEmpty());
    assertThat(exports().troubles())
        .containsExactly("1 exports cannot be read by this version of the service.");
    await(job, ExportStatus.READY);
    assertThat(exports().find(other, id))
        .isEqualTo(ExportJob.unreadable(id, 1, other, ExportKind.GOALS, Instant.ofEpochSecond(0)));
    assertThat(exports().list(other, Optional.empty(), 10)).hasSize(1);
    exports().end(other, id);
    Waiting.until(() -> log.underWay().unreadable().isEmpty());
    assertThat(exports().find(other, id).error().orElseThrow()).contains("cannot read the export");
    Waiting.until(() -> exports().troubles().isEmpty());
  }
}
