package io.journeystats.webhook;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An annotation that adds the error responses of webhooks to the API description. */
@ApiResponse(responseCode = "403", description = "The request is not signed by the provider.")
@ApiResponse(responseCode = "404", description = "The tenant or its provider is not configured.")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface WebhookErrorResponses {}
