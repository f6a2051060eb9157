/** The embedded ClickHouse: the real engine as a child process of the service. */
@NullMarked
package io.journeystats.engine;

import org.jspecify.annotations.NullMarked;
