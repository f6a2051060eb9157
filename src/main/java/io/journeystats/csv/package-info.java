/** Tables as CSV: how a cell is written, what a file is called, and how rows come out of it. */
@NullMarked
package io.journeystats.csv;

import org.jspecify.annotations.NullMarked;
