/** The HTTP face of statistics: which metrics each dashboard shows. */
@NullMarked
package io.journeystats.dashboard;

import org.jspecify.annotations.NullMarked;
