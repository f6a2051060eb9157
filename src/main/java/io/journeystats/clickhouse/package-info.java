/** ClickHouse: connections, migrations, change logs, and vendor-specific SQL. */
@NullMarked
package io.journeystats.clickhouse;

import org.jspecify.annotations.NullMarked;
