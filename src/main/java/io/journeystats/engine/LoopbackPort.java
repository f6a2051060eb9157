package io.journeystats.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP port of the loopback interface, reserved for processes of this user.
 *
 * <p>Without the reservation another user of the machine could listen on the port before the engine
 * does, during its start or a restart, and would receive its credentials. The reservation is a
 * bound socket that does not listen: with {@code SO_REUSEPORT} the kernel allows only processes of
 * the same user to bind to the same port.
 */
final class LoopbackPort implements AutoCloseable {
  /** The address on which the engine listens. */
  static final String HOST = "127.0.0.1";

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral(HOST);
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackPort.class);

  private final int number;
  private final SocketChannel reservation;

  private LoopbackPort(int number, SocketChannel reservation) {
    this.number = number;
    this.reservation = reservation;
  }

  /** Reserves the preferred port if it is free, otherwise any other; 0 means any port. */
  static LoopbackPort reserve(int preferred) {
    // Exclusive first, so that two services of the same user do not reserve the same port.
    try (var exclusive = new ServerSocket()) {
      exclusive.bind(new InetSocketAddress(LOOPBACK, preferred), 1);
      exclusive.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      return new LoopbackPort(exclusive.getLocalPort(), bind(exclusive.getLocalPort()));
    } catch (IOException e) {
      if (preferred == 0) {
        throw new EngineException("This machine has no free port.", e);
      }
      var other = reserve(0);
      LOG.warn("Port {} is in use; the embedded ClickHouse uses {}.", preferred, other.number);
      return other;
    }
  }

  private static SocketChannel bind(int port) throws IOException {
    var channel = SocketChannel.open(StandardProtocolFamily.INET);
    try {
      return channel
          .setOption(StandardSocketOptions.SO_REUSEPORT, true)
          .bind(new InetSocketAddress(LOOPBACK, port));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  int number() {
    return number;
  }

  @Override
  public void close() {
    try {
      reservation.close();
    } catch (IOException e) {
      throw new EngineException("Cannot release port %d.".formatted(number), e);
    }
  }
}
