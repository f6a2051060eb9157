package io.journeystats.tenant;

import java.time.Instant;
import java.util.Optional;

/**
 * A bearer secret of one tenant with one role, without the secret itself.
 *
 * @param id the key's public id, the author of what is changed with it
 * @param tenant whose key it is
 * @param role what it allows
 * @param name its name for people; empty where none was given
 * @param createdAt when it was issued
 * @param createdBy who issued it
 * @param secretHash the SHA-256 of the secret, in hexadecimal; the secret is kept nowhere
 */
public record ApiKey(
    String id,
    TenantId tenant,
    Role role,
    Optional<String> name,
    Instant createdAt,
    String createdBy,
    String secretHash) {}
