package io.journeystats.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The validation of JSON request bodies: a body must be present, have at most 1 MiB, and fit into
 * its request's memory budget. Resources that read an {@link InputStream} set their own bounds.
 */
final class JsonBodyInterceptor implements ReaderInterceptor {
  static final int MAXIMUM_BYTES = 1 << 20;

  /**
   * The additional heap per byte of a body once it is parsed: raw and validated objects, and the
   * JSON for the store.
   */
  private static final int OBJECT_BYTES_PER_BYTE = 9;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType() == InputStream.class) {
      return context.proceed();
    }
    if (context.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
      throw new UnsupportedMediaTypeException("Only events may be sent with a `Content-Encoding`.");
    }
    // Read the whole body first: its objects take ten times the memory while the rest arrives.
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
      memory.take((long) OBJECT_BYTES_PER_BYTE * read.length);
      return read;
    } catch (TryAgainException refused) {
      // A client that is cut off while sending may never read the response.
      RequestBodyDrainer.drain(body);
      throw refused;
    }
  }
}
