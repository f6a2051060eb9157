/** Questions about journeys and their answers, as values: no SQL and no cache. */
@NullMarked
package io.journeystats.query;

import org.jspecify.annotations.NullMarked;
