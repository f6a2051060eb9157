package io.journeystats.app;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.AbstractAppenderFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLog;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import org.eclipse.jetty.server.RequestLog;

/**
 * Dropwizard's log of requests without queries and referrers, in which people search for users and
 * some put their key. It also lacks the greeting of the library behind it, which on every start
 * would tell whoever sees the console which versions it found and had expected.
 */
@JsonTypeName("quiet")
public final class QuietRequestLogFactory extends LogbackAccessRequestLogFactory {
  /** Who, when, what, and what became of it; of the address the path alone. */
  private static final String FORMAT =
      "%h %l %u [%t{dd/MMM/yyyy:HH:mm:ss Z,UTC}] \"%m %U %H\" %s %b \"%i{User-Agent}\" %D";

  /** The usual log. */
  public QuietRequestLogFactory() {}

  @Override
  public RequestLog build(String name) {
    for (var appender : getAppenders()) {
      if (appender instanceof AbstractAppenderFactory<?> one && one.getLogFormat() == null) {
        one.setLogFormat(FORMAT);
      }
    }
    RequestLog log = super.build(name);
    if (log instanceof LogbackAccessRequestLog loud) {
      loud.setQuiet(true);
    }
    return log;
  }
}
