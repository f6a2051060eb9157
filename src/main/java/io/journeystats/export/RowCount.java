package io.journeystats.export;

import java.util.OptionalLong;

/**
 * How far a file is.
 *
 * @param written how many rows it has, without the header
 * @param total how many it will have, where that is known
 */
record RowCount(long written, OptionalLong total) {
  static final RowCount NONE = new RowCount(0, OptionalLong.empty());
}
