package io.journeystats.bench;

import org.jspecify.annotations.Nullable;

/**
 * How fast events come in.
 *
 * @param what what was sent
 * @param senders how many at once
 * @param batch how many events a request
 * @param perSecond events a second that the service took
 * @param own events a second that ClickHouse took of the same text by itself; null where not asked
 * @param requests how long the service's requests took
 */
record IngestionRow(
    String what,
    int senders,
    int batch,
    double perSecond,
    @Nullable Double own,
    Timings requests) {}
