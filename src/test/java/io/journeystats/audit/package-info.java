@NullMarked
package io.journeystats.audit;

import org.jspecify.annotations.NullMarked;
