/** The events: their validation, intake and storage. */
@NullMarked
package io.journeystats.event;

import org.jspecify.annotations.NullMarked;
