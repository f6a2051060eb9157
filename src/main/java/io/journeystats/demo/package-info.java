/** A believable shop for newcomers: journeys and half a year of events, made from a seed. */
@NullMarked
package io.journeystats.demo;

import org.jspecify.annotations.NullMarked;
