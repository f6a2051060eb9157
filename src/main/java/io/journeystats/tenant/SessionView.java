package io.journeystats.tenant;

import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in.
 *
 * @param tenant whose statistics are seen
 * @param role what may be done
 * @param keyId the id of the key
 * @param expiresAt when the session ends; empty where it was not begun just now
 */
public record SessionView(
    TenantView tenant, Role role, String keyId, Optional<Instant> expiresAt) {}
