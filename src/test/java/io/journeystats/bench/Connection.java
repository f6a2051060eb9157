package io.journeystats.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A persistent HTTP connection for one thread. It takes minimal processor time, which the measured
 * service needs: the JDK's client takes more time for a cached answer than the service does.
 */
final class Connection implements AutoCloseable {
  /** The idle time after which to reconnect, since servers close idle connections. */
  private static final long LONGEST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final int BUFFER = 64 * 1024;
  private static final int READ_TIMEOUT_MILLIS = 600_000;

  private final InetSocketAddress address;
  private @Nullable Open open;
  private long lastUse;

  /** Creates a connection to a host and port, which is opened on first use. */
  Connection(URI server) {
    this.address = new InetSocketAddress(server.getHost(), server.getPort());
  }

  /** Sends a request and reads the whole response. */
  Response send(Request request) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Response head = pass(request, body);
    return new Response(head.status(), head.headers(), body.toByteArray());
  }

  /** Sends a request and streams the body of the response to a target; returns the rest of it. */
  Response pass(Request request, OutputStream target) throws IOException {
    try {
      Response response = connected().exchange(request, target);
      lastUse = System.nanoTime();
      if (response.header("connection").equalsIgnoreCase("close")) {
        close();
      }
      return response;
    } catch (IOException failure) {
      close();
      throw failure;
    }
  }

  private Open connected() throws IOException {
    Open current = open;
    if (current != null && System.nanoTime() - lastUse > LONGEST_IDLE_NANOS) {
      close();
      current = null;
    }
    if (current == null) {
      current = Open.to(address);
      open = current;
    }
    return current;
  }

  @Override
  public void close() throws IOException {
    Open current = open;
    open = null;
    if (current != null) {
      current.socket().close();
    }
  }

  private record Open(Socket socket, InputStream input, OutputStream output) {
    static Open to(InetSocketAddress address) throws IOException {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(READ_TIMEOUT_MILLIS);
      socket.connect(address);
      return new Open(
          socket,
          new BufferedInputStream(socket.getInputStream(), BUFFER),
          socket.getOutputStream());
    }

    Response exchange(Request request, OutputStream target) throws IOException {
      output.write(request.head());
      output.write(request.body());
      output.flush();
      int status = Integer.parseInt(line().substring(9, 12));
      Map<String, String> headers = new HashMap<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      passBody(headers, target);
      return new Response(status, headers, new byte[0]);
    }

    private void passBody(Map<String, String> headers, OutputStream target) throws IOException {
      if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
          pass(length, target);
          line();
        }
        line();
      } else {
        pass(Integer.parseInt(headers.getOrDefault("content-length", "0")), target);
      }
    }

    private int chunkLength() throws IOException {
      String line = line();
      int end = line.indexOf(';');
      return Integer.parseInt(end < 0 ? line : line.substring(0, end), 16);
    }

    private void pass(int length, OutputStream target) throws IOException {
      byte[] bytes = new byte[Math.min(length, BUFFER)];
      int left = length;
      while (left > 0) {
        int read = input.read(bytes, 0, Math.min(left, bytes.length));
        if (read < 0) {
          throw new EOFException("the response ended early");
        }
        target.write(bytes, 0, read);
        left -= read;
      }
    }

    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(64);
      for (int next = input.read(); next != '\n'; next = input.read()) {
        if (next < 0) {
          throw new EOFException("the connection was closed");
        }
        if (next != '\r') {
          line.write(next);
        }
      }
      return line.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
