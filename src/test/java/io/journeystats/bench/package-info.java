/** The benchmark: loads data, asks the running service, and prints what was asked and measured. */
@NullMarked
package io.journeystats.bench;

import org.jspecify.annotations.NullMarked;
