/** What happened: events, their validation, intake and writing. */
@NullMarked
package io.journeystats.event;

import org.jspecify.annotations.NullMarked;
