package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import io.journeystats.export.ExportSettings;
import io.journeystats.export.FileStorage;
import io.journeystats.export.LocalStorage;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code exports} of the configuration: how many files are made at once, where they lie
 * and how long.
 *
 * @param directory where files lie, unless there is a bucket
 * @param bucket the bucket where files lie; without a name where there is none
 * @param atOnce how many jobs this instance runs at once
 * @param atOnceOfTenant how many jobs of a tenant run at once
 * @param queue how many jobs may wait
 * @param queueOfTenant how many of them one tenant's
 * @param attempts how often a job is tried
 * @param lease after how much silence of its instance a job is begun anew
 * @param keep how long files are kept
 * @param room how much files may take together
 * @param roomOfTenant how much of it those of one tenant
 * @param filesOfTenant how many files one tenant may have
 * @param leastFree how much of the disk is left free
 */
public record ExportConfiguration(
    Path directory,
    BucketConfiguration bucket,
    @Min(1) @Max(100) int atOnce,
    @Min(1) @Max(100) int atOnceOfTenant,
    @Min(1) @Max(10_000) int queue,
    @Min(1) @Max(10_000) int queueOfTenant,
    @Min(1) @Max(100) int attempts,
    @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS) Duration lease,
    @MinDuration(value = 1, unit = TimeUnit.MINUTES) Duration keep,
    @MinDataSize(1_048_576) DataSize room,
    @MinDataSize(1_048_576) DataSize roomOfTenant,
    @Min(1) @Max(100_000) int filesOfTenant,
    DataSize leastFree) {

  /** Makes the section; what is absent gets its default. */
  @JsonCreator
  public static ExportConfiguration of(
      @JsonProperty("directory") @Nullable Path directory,
      @JsonProperty("bucket") @Nullable BucketConfiguration bucket,
      @JsonProperty("atOnce") @Nullable Integer atOnce,
      @JsonProperty("atOnceOfTenant") @Nullable Integer atOnceOfTenant,
      @JsonProperty("queue") @Nullable Integer queue,
      @JsonProperty("queueOfTenant") @Nullable Integer queueOfTenant,
      @JsonProperty("attempts") @Nullable Integer attempts,
      @JsonProperty("lease") @Nullable Duration lease,
      @JsonProperty("keep") @Nullable Duration keep,
      @JsonProperty("room") @Nullable DataSize room,
      @JsonProperty("roomOfTenant") @Nullable DataSize roomOfTenant,
      @JsonProperty("filesOfTenant") @Nullable Integer filesOfTenant,
      @JsonProperty("leastFree") @Nullable DataSize leastFree) {
    return new ExportConfiguration(
        requireNonNullElseGet(directory, () -> Path.of("data", "exports")),
        requireNonNullElseGet(bucket, BucketConfiguration::none),
        requireNonNullElse(atOnce, 4),
        requireNonNullElse(atOnceOfTenant, 2),
        requireNonNullElse(queue, 500),
        requireNonNullElse(queueOfTenant, 20),
        requireNonNullElse(attempts, 5),
        requireNonNullElseGet(lease, () -> Duration.seconds(15)),
        requireNonNullElseGet(keep, () -> Duration.days(7)),
        requireNonNullElseGet(room, () -> DataSize.gibibytes(20)),
        requireNonNullElseGet(roomOfTenant, () -> DataSize.gibibytes(5)),
        requireNonNullElse(filesOfTenant, 1_000),
        requireNonNullElseGet(leastFree, () -> DataSize.gibibytes(2)));
  }

  /** Every default. */
  static ExportConfiguration defaults() {
    return of(null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  ExportSettings settings() {
    return new ExportSettings(
        atOnce,
        atOnceOfTenant,
        queue,
        queueOfTenant,
        attempts,
        lease.toJavaDuration(),
        keep.toJavaDuration(),
        room.toBytes(),
        roomOfTenant.toBytes(),
        filesOfTenant,
        leastFree.toBytes());
  }

  /** Where the files lie. */
  FileStorage open() {
    try {
      return bucket.isNamed() ? bucket.open() : LocalStorage.open(directory);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "The directory of exports, " + directory + ", cannot be made.", failure);
    }
  }
}
