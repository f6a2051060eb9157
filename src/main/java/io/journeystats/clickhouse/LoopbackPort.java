package io.journeystats.clickhouse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a TCP port of this machine that nobody listens on. */
final class LoopbackPort {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackPort.class);

  private LoopbackPort() {}

  /** The wanted port if it is free, else any other; 0 wants any. */
  static int free(int wanted) {
    try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wanted == 0) {
        throw new EngineException("No port of this machine is free.", e);
      }
      var other = free(0);
      LOG.warn("Port {} is taken; the embedded ClickHouse uses {}.", wanted, other);
      return other;
    }
  }
}
