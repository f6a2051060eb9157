package io.journeystats.rollup;

/**
 * What the rollup holds, or is about to.
 *
 * @param version greater than that of every watermark taken before
 * @param covers every event inserted up to this second is in it, in seconds since 1970 by the clock
 *     of ClickHouse
 */
record Watermark(long version, long covers) {}
