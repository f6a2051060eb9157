package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
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
 * The configuration section {@code exports}: how files are created in the background and stored.
 *
 * @param directory the directory of files, unless there is a bucket
 * @param bucket the bucket of files, if it has a name
 * @param atOnce the maximum number of concurrent jobs of this instance
 * @param atOnceOfTenant the maximum number of concurrent jobs per tenant
 * @param queue the maximum number of waiting jobs
 * @param queueOfTenant the maximum number of waiting jobs per tenant
 * @param attempts the maximum number of attempts per job
 * @param lease the time without a heartbeat after which another instance restarts a job
 * @param keep the retention of files
 * @param room the maximum total size of files
 * @param roomOfTenant the maximum total size of files per tenant
 * @param filesOfTenant the maximum number of files per tenant
 * @param leastFree the disk space that must remain free
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
    @MinDataSize(value = 1, unit = DataSizeUnit.MEBIBYTES) DataSize room,
    @MinDataSize(value = 1, unit = DataSizeUnit.MEBIBYTES) DataSize roomOfTenant,
    @Min(1) @Max(100_000) int filesOfTenant,
    DataSize leastFree) {

  /** Creates the configuration; missing values have their defaults. */
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

  /** Returns the configuration with all defaults. */
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

  /** Opens the storage of files. */
  FileStorage open() {
    try {
      return bucket.isNamed() ? bucket.open() : LocalStorage.open(directory);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "Cannot create the export directory " + directory + ".", failure);
    }
  }
}
