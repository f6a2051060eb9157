/** HTTP: problem documents, and the handlers and filters that all resources share. */
@NullMarked
package io.journeystats.http;

import org.jspecify.annotations.NullMarked;
