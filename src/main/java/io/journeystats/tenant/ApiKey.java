package io.journeystats.tenant;

import java.time.Instant;
import java.util.Optional;

/**
 * An API key of a tenant, without its secret.
 *
 * @param id the key's public id, recorded as the author of changes
 * @param tenant the tenant it belongs to
 * @param role the key's role
 * @param name a display name; empty if none was given
 * @param createdAt when it was issued
 * @param createdBy the id of the key that issued it, or {@code operator}
 * @param secretHash the SHA-256 of the secret in hexadecimal; the secret itself is not stored
 */
public record ApiKey(
    String id,
    TenantId tenant,
    Role role,
    Optional<String> name,
    Instant createdAt,
    String createdBy,
    String secretHash) {}
