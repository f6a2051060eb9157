/** The demo put to the test. */
@NullMarked
package io.journeystats.demo;

import org.jspecify.annotations.NullMarked;
