/** The intake of events put to the test, piece by piece. */
@NullMarked
package io.journeystats.event;

import org.jspecify.annotations.NullMarked;
