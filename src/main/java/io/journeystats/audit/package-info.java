/**
 * The audit log: actions that change nothing, such as sign-ins, refused keys, and access to files
 * and user lists.
 */
@NullMarked
package io.journeystats.audit;

import org.jspecify.annotations.NullMarked;
