/** Composition only: wires the service by hand, in reading order. */
@NullMarked
package io.journeystats.app;

import org.jspecify.annotations.NullMarked;
