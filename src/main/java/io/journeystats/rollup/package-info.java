/** Counts of events kept by quarter hours, computed from events again and again. */
@NullMarked
package io.journeystats.rollup;

import org.jspecify.annotations.NullMarked;
