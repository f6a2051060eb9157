/** What only HTTP shows of the dashboards. */
@NullMarked
package io.journeystats.dashboard;

import org.jspecify.annotations.NullMarked;
