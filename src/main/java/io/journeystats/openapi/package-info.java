/** The API's description: an OpenAPI document read off the routes, and a page to read it. */
@NullMarked
package io.journeystats.openapi;

import org.jspecify.annotations.NullMarked;
