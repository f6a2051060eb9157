package io.journeystats.bench;

import org.jspecify.annotations.Nullable;

/**
 * The throughput of ingestion.
 *
 * @param what the kind of events sent
 * @param senders the number of concurrent senders
 * @param batch the number of events per request
 * @param perSecond the events per second of the service
 * @param own the events per second of ClickHouse's own insertion; null if not measured
 * @param requests the durations of the service's requests
 */
record IngestionRow(
    String what,
    int senders,
    int batch,
    double perSecond,
    @Nullable Double own,
    Timings requests) {}
