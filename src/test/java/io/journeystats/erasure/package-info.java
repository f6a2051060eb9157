@NullMarked
package io.journeystats.erasure;

import org.jspecify.annotations.NullMarked;
