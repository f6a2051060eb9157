package io.journeystats.app;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.AppenderFactory;
import io.dropwizard.logging.common.async.AsyncLoggingEventAppenderFactory;
import io.dropwizard.logging.common.filter.NullLevelFilterFactory;
import io.dropwizard.logging.common.layout.LayoutFactory;
import io.dropwizard.request.logging.old.LogbackClassicRequestLogFactory;
import java.time.InstantSource;
import org.eclipse.jetty.server.RequestLog;
import org.slf4j.LoggerFactory;

/**
 * The configuration of {@link AccessLog}: Dropwizard's appenders, and {@code format}, which is
 * {@code text} or {@code json}.
 */
@JsonTypeName("access")
public final class AccessLogFactory extends LogbackClassicRequestLogFactory {
  private AccessLog.Format format = AccessLog.Format.TEXT;

  /** Creates the factory of the default log. */
  public AccessLogFactory() {}

  /** Returns the line format. */
  @JsonProperty
  AccessLog.Format getFormat() {
    return format;
  }

  @JsonProperty
  void setFormat(AccessLog.Format format) {
    this.format = format;
  }

  @Override
  public RequestLog build(String name) {
    Logger logger = (Logger) LoggerFactory.getLogger("http.request");
    logger.setAdditive(false);
    LayoutFactory<ILoggingEvent> plain =
        (context, _) -> {
          PatternLayout layout = new PatternLayout();
          layout.setContext(context);
          layout.setPattern("%m%n");
          return layout;
        };
    for (AppenderFactory<ILoggingEvent> appender : getAppenders()) {
      logger.addAppender(
          appender.build(
              logger.getLoggerContext(),
              name,
              plain,
              new NullLevelFilterFactory<>(),
              new AsyncLoggingEventAppenderFactory()));
    }
    return new AccessLog(format, InstantSource.system(), System::nanoTime, logger::info);
  }
}
