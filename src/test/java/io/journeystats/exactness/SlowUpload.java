package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * An import, or another request, whose body is sent when the test says so.
 *
 * @param socket the connection
 */
record SlowUpload(Socket socket) implements AutoCloseable {
  /** Sends all but the body, which will have so many bytes. */
  static SlowUpload begin(Client client, String type, int bytes) throws IOException {
    return begin(client, ImportTarget.PATH, type, bytes);
  }

  /** The same to another path. */
  static SlowUpload begin(Client client, String path, String type, int bytes) throws IOException {
    URI uri = client.baseUri().resolve(path);
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
    String head =
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        Authorization: %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(uri.getPath(), client.headers().get(1), type, bytes);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return new SlowUpload(socket);
  }

  /** Sends a part of the body. */
  SlowUpload send(byte[] body, int start, int end) throws IOException {
    socket.getOutputStream().write(body, start, end - start);
    return this;
  }

  /** Sends a part of the body to a service that may have answered already, and listens no more. */
  SlowUpload sendInVain(byte[] body, int start, int end) {
    try {
      return send(body, start, end);
    } catch (IOException _) {
      return this;
    }
  }

  Response response() throws IOException {
    return new Response(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /**
   * What was answered.
   *
   * @param text with its headers
   */
  record Response(String text) {
    int status() {
      return Integer.parseInt(text.split(" ", 3)[1]);
    }

    JsonNode json() {
      return Json.read(text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1));
    }
  }
}
