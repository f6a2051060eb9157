/** The record of erased users, which prevents their events from being stored again. */
@NullMarked
package io.journeystats.erasure;

import org.jspecify.annotations.NullMarked;
