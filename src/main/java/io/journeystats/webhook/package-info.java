/**
 * What messaging providers report by themselves: signatures, and the events that follow from it.
 */
@NullMarked
package io.journeystats.webhook;

import org.jspecify.annotations.NullMarked;
