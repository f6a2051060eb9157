/** The API description: the OpenAPI document of the build, and a page that shows it. */
@NullMarked
package io.journeystats.openapi;

import org.jspecify.annotations.NullMarked;
