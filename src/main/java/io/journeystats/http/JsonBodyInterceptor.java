package io.journeystats.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bounds of a JSON request body: it has to be there, and to be no larger than 1 MiB once
 * unpacked. Resources that read an {@link InputStream} set their own.
 */
final class JsonBodyInterceptor implements ReaderInterceptor {
  static final int MAXIMUM_BYTES = 1 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType() == InputStream.class) {
      return context.proceed();
    }
    if (context.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
      throw new UnsupportedMediaTypeException("Only events may be sent with a Content-Encoding.");
    }
    context.setInputStream(new BoundedInputStream(context.getInputStream(), MAXIMUM_BYTES));
    Object body = context.proceed();
    if (body == null) {
      throw new InvalidInputException(JsonFaults.BODY, "must be a JSON object");
    }
    return body;
  }
}
