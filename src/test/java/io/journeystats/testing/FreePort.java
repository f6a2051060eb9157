package io.journeystats.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A finder of free ports of the loopback interface. */
public final class FreePort {
  private FreePort() {}

  /** A port that is free now, for a process that is about to start. */
  public static int find() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
