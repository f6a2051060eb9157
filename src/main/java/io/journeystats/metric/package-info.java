/** What the numbers mean: every metric defined once, as data. */
@NullMarked
package io.journeystats.metric;

import org.jspecify.annotations.NullMarked;
