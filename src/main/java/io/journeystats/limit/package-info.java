/** Limits that requests share, each holder only up to its own part. */
@NullMarked
package io.journeystats.limit;

import org.jspecify.annotations.NullMarked;
