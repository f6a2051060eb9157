package io.journeystats.export;

import io.swagger.v3.oas.annotations.media.Schema;

/** The file of an export that is ready. */
@Schema(name = "ExportFile")
record FileView(
    String name,
    @Schema(description = "How many bytes it has.") long size,
    @Schema(description = "The SHA-256 of these bytes, in hexadecimal.") String sha256) {}
