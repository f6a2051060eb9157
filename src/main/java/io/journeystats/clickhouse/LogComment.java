package io.journeystats.clickhouse;

import com.clickhouse.jdbc.StatementImpl;
import java.sql.SQLException;
import org.jooq.Configuration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * Gives each statement the name that its {@link Configuration} carries, as ClickHouse's {@code
 * log_comment}.
 */
final class LogComment implements ExecuteListener {
  private static final long serialVersionUID = 1L;
  private static final String KEY = LogComment.class.getName();

  /** A copy of the configuration whose statements bear a name. */
  static Configuration set(Configuration configuration, String logComment) {
    var named = configuration.derive();
    named.data(KEY, logComment);
    return named;
  }

  @Override
  public void executeStart(ExecuteContext context) {
    if (context.configuration().data(KEY) instanceof String name && context.statement() != null) {
      try {
        context.statement().unwrap(StatementImpl.class).getLocalSettings().logComment(name);
      } catch (SQLException e) {
        context.sqlException(e);
      }
    }
  }
}
