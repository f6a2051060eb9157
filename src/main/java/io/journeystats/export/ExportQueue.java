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

  /** Creates the queue. */
  ExportQueue(ExportJobStore log, ExportSettings settings, InstantSource clock, Runnable wake) {
    this.log = log;
    this.settings = settings;
    this.clock = clock;
    this.wake = wake;
  }

  /**
   * Adds an export. The same request while the job is unfinished gets the same job.
   *
   * @param idempotencyKey the caller's name for this request, which names one job only; empty for
   *     none
   * @throws InvalidInputException if the key was used for another request
   * @throws TryAgainException if the queue is full
   */
  ExportJob ask(
      TenantId tenant, String keyId, ExportRequest request, Optional<String> idempotencyKey) {
    UUID id = idempotencyKey.map(name -> named(tenant, name)).orElseGet(UUID::randomUUID);
    Optional<ExportJob> known =
        idempotencyKey.flatMap(_ -> log.find(tenant, id)).map(job -> same(job, request));
    return known.orElseGet(() -> {
      ExportJob job = appendLocked(tenant, keyId, request, id);
      wake.run();
      return job;
    });
  }

  /**
   * Requests of a tenant are serialized, so that the same request sent twice at once is one job.
   */
  private ExportJob appendLocked(TenantId tenant, String keyId, ExportRequest request, UUID id) {
    Lock ofTenant = locks.get(tenant);
    ofTenant.lock();
    try {
      return findOrAppend(tenant, keyId, request, id);
    } finally {
      ofTenant.unlock();
    }
  }

  private ExportJob findOrAppend(TenantId tenant, String keyId, ExportRequest request, UUID id) {
    List<ExportJob> unfinished = log.underWay().jobs();
    Optional<ExportJob> same =
        unfinished.stream()
            .filter(job -> job.tenant().equals(tenant) && job.question().equals(request))
            .findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    checkQueue(tenant, unfinished);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ExportJob job = ExportJob.asked(id, tenant, request, keyId, now);
    // Another instance may have been asked under the same name at this very moment.
    return log.append(job) ? job : same(log.find(tenant, id).orElseThrow(), request);
  }

  private void checkQueue(TenantId tenant, List<ExportJob> unfinished) {
    List<ExportJob> waiting =
        unfinished.stream().filter(job -> job.status() == ExportStatus.QUEUED).toList();
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

  private static ExportJob same(ExportJob job, ExportRequest request) {
    if (!job.question().equals(request)) {
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
