package io.journeystats.erasure;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The erasure of a user, which does not tell which user.
 *
 * @param id its id
 * @param status how far it is
 * @param requestedAt when it was asked for; events with a time before this are erased
 * @param requestedBy the id of the key that asked
 * @param removedAt when the bytes were off the disk; null until then
 */
@Schema(name = "Erasure")
public record ErasureView(
    UUID id,
    ErasureStatus status,
    Instant requestedAt,
    String requestedBy,
    Optional<Instant> removedAt) {}
