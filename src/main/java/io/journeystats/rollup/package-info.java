/** The rollup, which counts events per quarter hour, and the erasure of stored data. */
@NullMarked
package io.journeystats.rollup;

import org.jspecify.annotations.NullMarked;
