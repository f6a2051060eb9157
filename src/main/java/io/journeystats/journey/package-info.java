/** Journeys, their steps and goals, and the catalogue that stores them. */
@NullMarked
package io.journeystats.journey;

import org.jspecify.annotations.NullMarked;
