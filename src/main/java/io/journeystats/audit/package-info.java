/**
 * Who did what, besides changes: sign-ins, refused keys, files and lists of users that were read.
 */
@NullMarked
package io.journeystats.audit;

import org.jspecify.annotations.NullMarked;
