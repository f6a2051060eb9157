/** The command that uploads files of events in chunks, with retries. */
@NullMarked
package io.journeystats.cli;

import org.jspecify.annotations.NullMarked;
