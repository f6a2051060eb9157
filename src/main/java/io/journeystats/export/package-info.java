/** Files made in the background: jobs, those who run them, and where the files lie. */
@NullMarked
package io.journeystats.export;

import org.jspecify.annotations.NullMarked;
