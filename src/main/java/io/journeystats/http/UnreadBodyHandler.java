package io.journeystats.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The handler that lets a client know when its connection ends with an answer: where a request is
 * refused before its body was there, the server cannot tell that body from a next request. Without
 * {@code Connection: close} the client would send one, and get no answer.
 *
 * <p>Only of small bodies: who is still sending a large one learns of the end by that.
 */
public final class UnreadBodyHandler extends Handler.Wrapper {
  private static final long SMALL_BYTES = 64 * 1024;

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long bytes = request.getLength();
    return super.handle(
        request,
        bytes > 0 && bytes <= SMALL_BYTES ? new Answer(request, response) : response,
        callback);
  }

  private static final class Answer extends Response.Wrapper {
    Answer(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback written) {
      if (!isCommitted()) {
        // Also marks the connection as not to be used again, where not all of the body is here.
        var _ = getRequest().consumeAvailable();
      }
      super.write(last, bytes, written);
    }
  }
}
