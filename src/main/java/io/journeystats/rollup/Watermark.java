package io.journeystats.rollup;

/**
 * A watermark of the rollup, up to which it contains all events.
 *
 * @param version a number greater than that of all earlier watermarks
 * @param covers the insertion time up to which all events are included, in seconds since 1970 by
 *     the clock of ClickHouse
 */
record Watermark(long version, long covers) {}
