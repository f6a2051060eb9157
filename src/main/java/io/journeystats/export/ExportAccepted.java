package io.journeystats.export;

import java.util.UUID;

/** The answer to a request for an export. */
record ExportAccepted(UUID id, ExportStatus status) {}
