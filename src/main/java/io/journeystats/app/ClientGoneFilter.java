package io.journeystats.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.google.common.base.Throwables;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * A log filter that suppresses messages of Jetty and Jersey about disconnected clients, which would
 * be errors with stack traces although nothing is wrong. {@link
 * io.journeystats.http.MinimumRateHandler} counts them and logs them at DEBUG.
 */
final class ClientGoneFilter extends TurboFilter {
  private static final String JERSEY = "org.glassfish.jersey.server.";
  private static final String JETTY = "org.eclipse.jetty.";

  /** Installs the filter unless it is installed. */
  static void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log
        && log.getTurboFilterList().stream().noneMatch(ClientGoneFilter.class::isInstance)) {
      log.addTurboFilter(new ClientGoneFilter());
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String message,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    return thrown != null && isOfServer(logger.getName()) && isClientGone(thrown)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  private static boolean isOfServer(String logger) {
    return logger.startsWith(JERSEY) || logger.startsWith(JETTY);
  }

  private static boolean isClientGone(Throwable thrown) {
    return Throwables.getCausalChain(thrown).stream()
        .anyMatch(cause ->
            cause instanceof EOFException
                || cause instanceof ClosedChannelException
                || (cause instanceof IOException
                    && isOfSocket(String.valueOf(cause.getMessage()))));
  }

  private static boolean isOfSocket(String message) {
    return message.equals("Broken pipe") || message.startsWith("Connection reset");
  }
}
