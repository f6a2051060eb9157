/** The generator of the OpenAPI document, and the test that compares it with the committed one. */
@NullMarked
package io.journeystats.openapi;

import org.jspecify.annotations.NullMarked;
