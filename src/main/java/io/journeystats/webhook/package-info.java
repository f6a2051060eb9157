/** The webhooks of messaging providers: verification of signatures, and conversion to events. */
@NullMarked
package io.journeystats.webhook;

import org.jspecify.annotations.NullMarked;
