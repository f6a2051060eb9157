/** The composition of the service, its configuration and its commands. */
@NullMarked
package io.journeystats.app;

import org.jspecify.annotations.NullMarked;
