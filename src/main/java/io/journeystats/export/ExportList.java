package io.journeystats.export;

import io.journeystats.http.PageParameters;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of exports. */
record ExportList(
    List<ExportView> exports,
    @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {}
