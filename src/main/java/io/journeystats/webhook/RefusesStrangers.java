package io.journeystats.webhook;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what answers to configured providers only, in the words of the API's description. */
@ApiResponse(responseCode = "403", description = "The provider has not signed it.")
@ApiResponse(responseCode = "404", description = "The tenant, or its provider, is not known here.")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface RefusesStrangers {}
