/** Limits on shared resources, in total and per tenant. */
@NullMarked
package io.journeystats.limit;

import org.jspecify.annotations.NullMarked;
