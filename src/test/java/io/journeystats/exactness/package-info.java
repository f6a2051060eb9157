/**
 * The proof of exactness: a second, plain implementation of every statistic, and the tests that
 * compare the running service with it over HTTP. Written from the specification; shares no code
 * with the service.
 */
@NullMarked
package io.journeystats.exactness;

import org.jspecify.annotations.NullMarked;
