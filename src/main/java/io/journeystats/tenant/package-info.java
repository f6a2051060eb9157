/** Tenants, API keys, roles, sessions, and the authentication of requests. */
@NullMarked
package io.journeystats.tenant;

import org.jspecify.annotations.NullMarked;
