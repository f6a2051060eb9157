package io.journeystats.export;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a method answers with a file. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
    responseCode = "200",
    description =
        "The file, with a header row. One that breaks off in the middle ends with a broken"
            + " connection, never as if it were complete.",
    content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
@interface CsvAnswer {}
