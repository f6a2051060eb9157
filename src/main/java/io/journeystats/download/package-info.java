/** Tables of statistics as files that are sent while they are read. */
@NullMarked
package io.journeystats.download;

import org.jspecify.annotations.NullMarked;
