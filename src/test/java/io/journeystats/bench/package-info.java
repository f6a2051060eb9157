/** The benchmark: loads data, sends requests to the running service, and reports the results. */
@NullMarked
package io.journeystats.bench;

import org.jspecify.annotations.NullMarked;
