/** Which users were erased, so that nothing of them comes back. */
@NullMarked
package io.journeystats.erasure;

import org.jspecify.annotations.NullMarked;
