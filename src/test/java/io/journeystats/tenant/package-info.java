/** Keys and sessions put to the test, piece by piece. */
@NullMarked
package io.journeystats.tenant;

import org.jspecify.annotations.NullMarked;
