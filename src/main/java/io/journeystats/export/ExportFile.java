package io.journeystats.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * The file of a finished job.
 *
 * @param storedAs its name where it lies
 * @param name its name for people
 * @param size how many bytes it has
 * @param sha256 the SHA-256 of these bytes, in hexadecimal
 * @param dataFrom no event before this instant is in it; empty where any may be
 */
record ExportFile(
    String storedAs,
    String name,
    long size,
    String sha256,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> dataFrom) {}
