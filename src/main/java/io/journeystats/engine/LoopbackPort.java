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
 * does, at its start or while it is restarted, and would be sent its credentials. The reservation
 * is a socket that is bound and does not listen: with {@code SO_REUSEPORT} the kernel lets only
 * processes of the same user bind to the same port.
 */
final class LoopbackPort implements AutoCloseable {
  /** Where the engine listens. */
  static final String HOST = "127.0.0.1";

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral(HOST);
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackPort.class);

  private final int number;
  private final SocketChannel reservation;

  private LoopbackPort(int number, SocketChannel reservation) {
    this.number = number;
    this.reservation = reservation;
  }

  /** Reserves the wanted port if it is free, else any other; 0 wants any. */
  static LoopbackPort reserve(int wanted) {
    // Exclusive at first, so that two services of the same user do not reserve the same port.
    try (var exclusive = new ServerSocket()) {
      exclusive.bind(new InetSocketAddress(LOOPBACK, wanted), 1);
      exclusive.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      return new LoopbackPort(exclusive.getLocalPort(), bind(exclusive.getLocalPort()));
    } catch (IOException e) {
      if (wanted == 0) {
        throw new EngineException("No port of this machine is free.", e);
      }
      var other = reserve(0);
      LOG.warn("Port {} is taken; the embedded ClickHouse uses {}.", wanted, other.number);
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
      throw new EngineException("The port %d could not be released.".formatted(number), e);
    }
  }
}
