/** The SQL of every question, and the only code that reads the tables of events. */
@NullMarked
package io.journeystats.sql;

import org.jspecify.annotations.NullMarked;
