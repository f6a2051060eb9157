package io.journeystats.exactness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A connection on which a test sends whatever bytes it likes. */
final class RawConnection implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * Opens one.
   *
   * @param service where the service is
   * @param patience how long a read may take
   */
  static RawConnection open(URI service, Duration patience) throws IOException {
    return open(service, patience, 0);
  }

  /**
   * The same, with a buffer for what is received that is no larger than needed.
   *
   * @param receiveBuffer its bytes; 0 for the system's choice
   */
  static RawConnection open(URI service, Duration patience, int receiveBuffer) throws IOException {
    Socket socket = new Socket();
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) patience.toMillis());
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), service.getPort()),
        (int) patience.toMillis());
    return new RawConnection(socket);
  }

  void send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Says that nothing more comes. */
  void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** The next answer; empty where the service closes the connection instead. */
  Optional<RawAnswer> answer(boolean ofHead) throws IOException {
    return RawAnswer.read(in, ofHead);
  }

  /** Closes the connection as the crash of a client does, with a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
