/** The cache of answers: what is remembered, for how long, and who may compute what is not. */
@NullMarked
package io.journeystats.cache;

import org.jspecify.annotations.NullMarked;
