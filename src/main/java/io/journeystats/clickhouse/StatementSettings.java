package io.journeystats.clickhouse;

import com.clickhouse.jdbc.StatementImpl;
import java.sql.SQLException;
import org.jooq.Configuration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * Gives each statement what its {@link Configuration} carries for it: a name, as ClickHouse's
 * {@code log_comment}, and whether it gives way to others.
 */
final class StatementSettings implements ExecuteListener {
  private static final long serialVersionUID = 1L;
  private static final String NAME = StatementSettings.class.getName() + ".name";
  private static final String LEVEL = StatementSettings.class.getName() + ".level";

  /** A copy of the configuration whose statements bear a name. */
  static Configuration named(Configuration configuration, String logComment) {
    var named = configuration.derive();
    named.data(NAME, logComment);
    return named;
  }

  /** A copy of the configuration whose statements give way to those of lower levels. */
  static Configuration yielding(Configuration configuration, int level) {
    var yielding = configuration.derive();
    yielding.data(LEVEL, level);
    return yielding;
  }

  @Override
  public void executeStart(ExecuteContext context) {
    Object name = context.configuration().data(NAME);
    Object level = context.configuration().data(LEVEL);
    if (context.statement() == null || (name == null && level == null)) {
      return;
    }
    try {
      var settings = context.statement().unwrap(StatementImpl.class).getLocalSettings();
      if (name instanceof String comment) {
        settings.logComment(comment);
      }
      if (level instanceof Integer given) {
        DriverOptions.yielding(given).forEach(settings::serverSetting);
      }
    } catch (SQLException e) {
      context.sqlException(e);
    }
  }
}
