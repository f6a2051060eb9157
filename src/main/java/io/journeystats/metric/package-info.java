/** The metrics and their meaning, each defined once, as data. */
@NullMarked
package io.journeystats.metric;

import org.jspecify.annotations.NullMarked;
