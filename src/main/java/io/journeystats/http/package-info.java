/** The wire: problem documents and what every resource shares. */
@NullMarked
package io.journeystats.http;

import org.jspecify.annotations.NullMarked;
