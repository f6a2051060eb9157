package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;

/**
 * The deletion of a tenant.
 *
 * @param id of which tenant
 * @param status how far it is
 * @param deletedAt since when nobody finds it
 */
public record TenantDeletion(
    TenantId id,
    @Schema(
            description =
                "`removing` until all that the tenant had is off the disk, then `removed`; the"
                    + " same request again tells.")
        Status status,
    Instant deletedAt) {

  /** How far a deletion is. */
  @Schema(name = "TenantDeletionStatus")
  public enum Status {
    /** Nobody finds the tenant; some of its bytes are still on the disk. */
    REMOVING,
    /** Its bytes are off the disk. */
    REMOVED;

    /** The name on the wire. */
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
