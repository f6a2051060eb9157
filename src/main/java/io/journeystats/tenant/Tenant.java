package io.journeystats.tenant;

import java.time.ZoneId;

/**
 * One customer of the service; nothing of one tenant is ever visible to another.
 *
 * @param id the tenant's id
 * @param name its name for people
 * @param timeZone the zone of its calendar days unless a request names another
 */
public record Tenant(TenantId id, String name, ZoneId timeZone) {}
