package io.journeystats.export;

import com.github.luben.zstd.ZstdOutputStream;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** How a file is packed on its way: fast rather than small. */
enum ContentEncoding {
  ZSTD {
    @Override
    OutputStream over(OutputStream target) throws IOException {
      return new ZstdOutputStream(target, 1);
    }
  },
  GZIP {
    @Override
    OutputStream over(OutputStream target) throws IOException {
      return new FastGzip(target);
    }
  },
  IDENTITY {
    @Override
    OutputStream over(OutputStream target) {
      return target;
    }
  };

  private static final List<Variant> VARIANTS =
      Variant.encodings(Arrays.stream(values()).map(ContentEncoding::key).toArray(String[]::new))
          .add()
          .build();

  /** The one that a caller likes best; none where he says nothing. */
  static ContentEncoding of(Request request, HttpHeaders headers) {
    Variant chosen =
        headers.getRequestHeaders().containsKey(HttpHeaders.ACCEPT_ENCODING)
            ? request.selectVariant(VARIANTS)
            : null;
    return chosen == null ? IDENTITY : valueOf(chosen.getEncoding().toUpperCase(Locale.ROOT));
  }

  /** The name on the wire. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A stream that packs what passes; flushing it lets out all that has passed. */
  abstract OutputStream over(OutputStream target) throws IOException;

  private static final class FastGzip extends GZIPOutputStream {
    private static final int BUFFER = 32 * 1024;

    FastGzip(OutputStream target) throws IOException {
      super(target, BUFFER, true);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
