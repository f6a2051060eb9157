/** Unit tests of API keys, sessions and tenants. */
@NullMarked
package io.journeystats.tenant;

import org.jspecify.annotations.NullMarked;
