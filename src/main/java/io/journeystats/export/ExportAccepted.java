package io.journeystats.export;

import java.util.UUID;

/** The answer to whoever asked for an export. */
record ExportAccepted(UUID id, ExportStatus status) {}
