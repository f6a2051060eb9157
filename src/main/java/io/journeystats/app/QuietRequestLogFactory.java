package io.journeystats.app;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.request.logging.LogbackAccessRequestLog;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import org.eclipse.jetty.server.RequestLog;

/**
 * Dropwizard's log of requests without the greeting of the library behind it, which on every start
 * would tell whoever sees the console which versions it found and had expected.
 */
@JsonTypeName("quiet")
public final class QuietRequestLogFactory extends LogbackAccessRequestLogFactory {
  /** The usual log. */
  public QuietRequestLogFactory() {}

  @Override
  public RequestLog build(String name) {
    RequestLog log = super.build(name);
    if (log instanceof LogbackAccessRequestLog loud) {
      loud.setQuiet(true);
    }
    return log;
  }
}
