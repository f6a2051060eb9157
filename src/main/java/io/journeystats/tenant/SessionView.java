package io.journeystats.tenant;

import java.time.Instant;
import java.util.Optional;

/**
 * The signed-in user.
 *
 * @param tenant the tenant
 * @param role the API key's role
 * @param keyId the API key's id
 * @param expiresAt when the session ends; empty unless it was just created
 */
public record SessionView(
    TenantView tenant, Role role, String keyId, Optional<Instant> expiresAt) {}
