package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;

/**
 * The deletion of a tenant.
 *
 * @param id the tenant's id
 * @param status the progress of the deletion
 * @param deletedAt when the tenant became inaccessible
 */
public record TenantDeletion(
    TenantId id,
    @Schema(
            description =
                "`removing` until all of the tenant's data is removed from the disk, then"
                    + " `removed`. Repeat the request to poll.")
        Status status,
    Instant deletedAt) {

  /** The progress of a deletion. */
  @Schema(name = "TenantDeletionStatus")
  public enum Status {
    /** The tenant is inaccessible; some of its data is still on the disk. */
    REMOVING,
    /** The tenant's data is removed from the disk. */
    REMOVED;

    /** Returns the name in JSON. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static TenantDeletion begun(TenantId id, Instant at) {
    return new TenantDeletion(id, Status.REMOVING, at);
  }

  TenantDeletion erased() {
    return new TenantDeletion(id, Status.REMOVED, deletedAt);
  }

  boolean isErased() {
    return status == Status.REMOVED;
  }
}
