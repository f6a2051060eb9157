/** Tests of the service as a whole. */
@NullMarked
package io.journeystats;

import org.jspecify.annotations.NullMarked;
