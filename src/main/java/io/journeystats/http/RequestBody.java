package io.journeystats.http;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads whole request bodies within a bound, whatever they claim to be. */
public final class RequestBody {
  /** How many bytes a body may have once it is unpacked. */
  public static final int MAXIMUM_BYTES = 32 * 1024 * 1024;

  private RequestBody() {}

  /**
   * Reads and unpacks a body. What it unpacks to is counted while it is read, so that no bomb goes
   * off.
   *
   * @param body the stream as it came
   * @param headers the request's headers, which name the encoding
   * @return the unpacked bytes
   * @throws PayloadTooLargeException where it unpacks to more
   * @throws UnsupportedMediaTypeException where the encoding is unknown, or the type not given
   * @throws InvalidInputException where it is not what the encoding says
   */
  public static byte[] read(InputStream body, HttpHeaders headers) {
    if (headers.getMediaType() == null) {
      throw new UnsupportedMediaTypeException("The Content-Type must say what the body is.");
    }
    String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    try (InputStream unpacked = unpack(body, encoding)) {
      byte[] bytes = unpacked.readNBytes(MAXIMUM_BYTES + 1);
      if (bytes.length > MAXIMUM_BYTES) {
        throw new PayloadTooLargeException("A request body may have at most 32 MiB, unpacked.");
      }
      return bytes;
    } catch (ZipException | EOFException | ZstdIOException _) {
      throw new InvalidInputException("body", "must be complete and of the encoding named");
    } catch (IOException e) {
      // Only the sender's stream is read here.
      throw new BadRequestException("The body could not be read to its end.", e);
    }
  }

  private static InputStream unpack(InputStream body, @Nullable String encoding)
      throws IOException {
    return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> new GZIPInputStream(body);
      case "zstd" -> new ZstdInputStream(body);
      default ->
          throw new UnsupportedMediaTypeException(
              "The Content-Encoding must be gzip or zstd, or none.");
    };
  }
}
