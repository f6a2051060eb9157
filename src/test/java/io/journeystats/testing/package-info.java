/** Fixtures that several tests share. */
@NullMarked
package io.journeystats.testing;

import org.jspecify.annotations.NullMarked;
