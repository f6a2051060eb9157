package io.journeystats.journey;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a resource method that responds with a new journey. */
@ApiResponse(
    responseCode = "201",
    headers = @Header(name = HttpHeaders.ETAG, description = "The journey's version."),
    content = @Content(schema = @Schema(implementation = JourneyView.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface JourneyCreated {}
