/** What is measured: journeys, their steps and goals, and the catalogue that keeps them. */
@NullMarked
package io.journeystats.journey;

import org.jspecify.annotations.NullMarked;
