/** Whether the document and the code say the same. */
@NullMarked
package io.journeystats.openapi;

import org.jspecify.annotations.NullMarked;
