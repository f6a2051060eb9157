package io.journeystats.erasure;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The API representation of a user's erasure, without the user's id.
 *
 * @param id the erasure's id
 * @param status the progress
 * @param requestedAt when it was requested; events with an earlier time are erased
 * @param requestedBy the id of the API key
 * @param removedAt when the bytes were removed from the disk; null until then
 */
@Schema(name = "Erasure")
public record ErasureView(
    UUID id,
    ErasureStatus status,
    Instant requestedAt,
    String requestedBy,
    Optional<Instant> removedAt) {}
