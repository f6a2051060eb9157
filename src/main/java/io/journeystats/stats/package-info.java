/** The engine that answers statistics queries exactly, from ClickHouse. */
@NullMarked
package io.journeystats.stats;

import org.jspecify.annotations.NullMarked;
