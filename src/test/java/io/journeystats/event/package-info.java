/** Tests of the intake of events. */
@NullMarked
package io.journeystats.event;

import org.jspecify.annotations.NullMarked;
