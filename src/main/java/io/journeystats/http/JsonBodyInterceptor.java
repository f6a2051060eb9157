package io.journeystats.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bounds of a JSON request body: it has to be there, to be no larger than 1 MiB once unpacked,
 * and to find room in the memory of its request. Resources that read an {@link InputStream} set
 * their own.
 */
final class JsonBodyInterceptor implements ReaderInterceptor {
  static final int MAXIMUM_BYTES = 1 << 20;

  /**
   * How many bytes of the heap a byte of a body takes at most besides, once it is read: what is
   * made of it as objects, unchecked and checked, and again as JSON for the store.
   */
  private static final int OBJECTS = 9;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType() == InputStream.class) {
      return context.proceed();
    }
    if (context.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
      throw new UnsupportedMediaTypeException("Only events may be sent with a Content-Encoding.");
    }
    // As a whole, as its objects would take ten times the memory while the rest is on its way.
    context.setInputStream(new ByteArrayInputStream(read(context)));
    Object body = context.proceed();
    if (body == null) {
      throw new InvalidInputException(JsonFaults.BODY, "must be a JSON object");
    }
    return body;
  }

  private static byte[] read(ReaderInterceptorContext context) throws IOException {
    RequestMemory memory = RequestMemory.of(context.getProperty(RequestMemory.PROPERTY));
    InputStream body = context.getInputStream();
    try {
      byte[] read = RequestBody.readAll(body, MAXIMUM_BYTES, memory::take);
      memory.take((long) OBJECTS * read.length);
      return read;
    } catch (TryAgainException refused) {
      // A client that is cut off while it is sending may not come to read why.
      RequestBodyDrainer.take(body);
      throw refused;
    }
  }
}
