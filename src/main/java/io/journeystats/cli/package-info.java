/** The command line's way to send files of events: cut into pieces, each posted until taken. */
@NullMarked
package io.journeystats.cli;

import org.jspecify.annotations.NullMarked;
