package io.journeystats.clickhouse;

import com.clickhouse.jdbc.StatementImpl;
import java.sql.SQLException;
import org.jooq.Configuration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * A jOOQ listener that applies a {@link Configuration}'s data to its statements: a name, sent as
 * {@code log_comment}, and a priority.
 */
final class StatementSettings implements ExecuteListener {
  private static final long serialVersionUID = 1L;
  private static final String NAME = StatementSettings.class.getName() + ".name";
  private static final String LEVEL = StatementSettings.class.getName() + ".level";

  /** Returns a copy of the configuration with a name for its statements. */
  static Configuration named(Configuration configuration, String logComment) {
    var named = configuration.derive();
    named.data(NAME, logComment);
    return named;
  }

  /** Returns a copy of the configuration with a lower priority for its statements. */
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
