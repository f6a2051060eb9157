package io.journeystats.export;

import com.google.common.hash.Hashing;
import com.google.common.util.concurrent.Striped;
import io.journeystats.http.InvalidInputException;
import io.journeystats.http.RateLimit;
import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;

/** The queue of exports: it accepts each request once, up to its limits. */
final class ExportQueue {
  /** Tenants may share one, which makes one of them wait. */
  private static final int LOCKS = 1_024;

  private final ExportJobStore log;
  private final ExportSettings settings;
  private final InstantSource clock;
  private final Runnable wake;
  private final Striped<Lock> locks = Striped.lazyWeakLock(LOCKS);

  /** An intake; the last is run when there is something to do. */
  ExportQueue(ExportJobStore log, ExportSettings settings, InstantSource clock, Runnable wake) {
    this.log = log;
    this.settings = settings;
    this.clock = clock;
    this.wake = wake;
  }

  /**
   * Asks for an export. Who asks the same while it is under way gets the same job.
   *
   * @param repeatable what the caller calls this request; under the same name there is only one
   * @throws InvalidInputException where it has called another question so
   * @throws TryAgainException where too many wait already
   */
  ExportJob ask(
      TenantId tenant, String keyId, ExportRequest question, Optional<String> repeatable) {
    UUID id = repeatable.map(name -> named(tenant, name)).orElseGet(UUID::randomUUID);
    Optional<ExportJob> known =
        repeatable.flatMap(_ -> log.find(tenant, id)).map(job -> same(job, question));
    return known.orElseGet(() -> {
      ExportJob job = askedNow(tenant, keyId, question, id);
      wake.run();
      return job;
    });
  }

  /** A tenant's one after the other, so that the same request sent twice at once is one. */
  private ExportJob askedNow(TenantId tenant, String keyId, ExportRequest question, UUID id) {
    Lock ofTenant = locks.get(tenant);
    ofTenant.lock();
    try {
      return askedAlone(tenant, keyId, question, id);
    } finally {
      ofTenant.unlock();
    }
  }

  private ExportJob askedAlone(TenantId tenant, String keyId, ExportRequest question, UUID id) {
    List<ExportJob> underWay = log.underWay().jobs();
    Optional<ExportJob> same =
        underWay.stream()
            .filter(job -> job.tenant().equals(tenant) && job.question().equals(question))
            .findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    checkQueue(tenant, underWay);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ExportJob job = ExportJob.asked(id, tenant, question, keyId, now);
    // Another instance may have been asked under the same name at this very moment.
    return log.append(job) ? job : same(log.find(tenant, id).orElseThrow(), question);
  }

  private void checkQueue(TenantId tenant, List<ExportJob> underWay) {
    List<ExportJob> waiting =
        underWay.stream().filter(job -> job.status() == ExportStatus.QUEUED).toList();
    if (waiting.stream().filter(job -> job.tenant().equals(tenant)).count()
        >= settings.queueOfTenant()) {
      throw TryAgainException.ofCaller(
          ("Too many exports of this tenant wait already; wait for some of them, or cancel them:"
                  + " exports.queueOfTenant allows %d.")
              .formatted(settings.queueOfTenant()),
          RateLimit.atOnce(
              "exports.queueOfTenant",
              settings.queueOfTenant(),
              RateLimit.Unit.CONCURRENT_REQUESTS));
    }
    if (waiting.size() >= settings.queue()) {
      throw TryAgainException.ofService(
          "Too many exports wait already; exports.queue allows %d.".formatted(settings.queue()),
          RateLimit.atOnce("exports.queue", settings.queue(), RateLimit.Unit.CONCURRENT_REQUESTS));
    }
  }

  private static ExportJob same(ExportJob job, ExportRequest question) {
    if (!job.question().equals(question)) {
      throw new InvalidInputException(
          "Idempotency-Key", "was used for another export; each export needs one of its own");
    }
    return job;
  }

  private static UUID named(TenantId tenant, String name) {
    ByteBuffer hash =
        ByteBuffer.wrap(
            Hashing.sha256()
                .hashString(tenant.value() + "\n" + name, StandardCharsets.UTF_8)
                .asBytes());
    return new UUID(hash.getLong(), hash.getLong());
  }
}
