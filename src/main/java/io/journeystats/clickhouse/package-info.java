/** The database: the embedded engine, connections, migrations and vendor-only SQL. */
@NullMarked
package io.journeystats.clickhouse;

import org.jspecify.annotations.NullMarked;
