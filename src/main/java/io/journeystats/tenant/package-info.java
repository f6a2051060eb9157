/** Who asks: tenants, their API keys and roles, and how a request is authenticated. */
@NullMarked
package io.journeystats.tenant;

import org.jspecify.annotations.NullMarked;
