package io.journeystats.http;

import com.github.luben.zstd.ZstdIOException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A reader of request bodies with limits. A body that is read as a whole is limited in size and
 * charged to a memory budget. {@link MinimumRateHandler} enforces the transfer rate.
 */
public final class RequestBody {
  /** The maximum size of a decoded body in bytes. */
  public static final int MAXIMUM_BYTES = 32 * 1024 * 1024;

  private static final int MEBIBYTE = 1024 * 1024;

  private static final int FIRST_CHUNK_BYTES = 16 * 1024;
  private static final int LARGEST_CHUNK_BYTES = 256 * 1024;

  /** Creates a reader. */
  public RequestBody() {}

  /**
   * Reads and decodes a body. The decoded size is checked while reading, which protects against
   * decompression bombs.
   *
   * @param body the body as received
   * @param headers the request's headers, which name the encoding
   * @param memory is called with the size of each buffer before it is allocated; its exceptions end
   *     the reading
   * @return the decoded bytes
   * @throws PayloadTooLargeException if the decoded body is too large
   * @throws UnsupportedMediaTypeException if the encoding is unknown or the media type is missing
   * @throws InvalidInputException if the body does not match its encoding
   */
  public byte[] read(InputStream body, HttpHeaders headers, IntConsumer memory) {
    return read(body, headers, MAXIMUM_BYTES, memory);
  }

  /**
   * Reads and decodes a body with a limit of its own.
   *
   * @param maximum the maximum decoded size in bytes, a multiple of 1 MiB
   */
  public byte[] read(InputStream body, HttpHeaders headers, int maximum, IntConsumer memory) {
    return stream(body, headers, unpacked -> readAll(unpacked, maximum, memory));
  }

  /**
   * Decodes a body of any size while it is read.
   *
   * @param body the body as received
   * @param headers the request's headers, which name the encoding
   * @param reading reads the decoded body
   * @return the result of the reading
   * @throws UnsupportedMediaTypeException if the encoding is unknown or the media type is missing
   * @throws InvalidInputException if the body does not match its encoding or is truncated
   */
  public <T> T stream(InputStream body, HttpHeaders headers, Reading<T> reading) {
    if (headers.getMediaType() == null) {
      throw new UnsupportedMediaTypeException("The `Content-Type` header is required.");
    }
    String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    try (InputStream unpacked = unpack(body, encoding)) {
      return readOrDrain(reading, unpacked, body);
    } catch (ZstdIOException _) {
      throw new InvalidInputException(
          "body", "must be complete zstd data with a window of at most 8 MiB");
    } catch (ZipException | EOFException _) {
      throw new InvalidInputException("body", "must be complete and match its `Content-Encoding`");
    } catch (IOException e) {
      // Only the client's stream is read here.
      throw new BadRequestException("The body could not be read completely.", e);
    }
  }

  /** A client that is cut off while sending may never read the response. */
  private static <T> T readOrDrain(Reading<T> reading, InputStream unpacked, InputStream body)
      throws IOException {
    try {
      return reading.read(unpacked);
    } catch (RuntimeException refused) {
      RequestBodyDrainer.drain(body);
      throw refused;
    }
  }

  /**
   * Reads a decoded body.
   *
   * @param <T> the type of the result
   */
  @FunctionalInterface
  public interface Reading<T> {
    /**
     * Reads the body.
     *
     * @throws IOException only if the body cannot be read
     */
    T read(InputStream unpacked) throws IOException;
  }

  /**
   * Reads in chunks of growing size, so that memory is allocated only for bytes that have arrived.
   */
  static byte[] readAll(InputStream unpacked, int maximum, IntConsumer memory) throws IOException {
    List<byte[]> chunks = new ArrayList<>();
    int length = 0;
    while (true) {
      int size = Math.clamp(length, FIRST_CHUNK_BYTES, LARGEST_CHUNK_BYTES);
      memory.accept(size);
      byte[] chunk = new byte[size];
      int read = unpacked.readNBytes(chunk, 0, chunk.length);
      chunks.add(chunk);
      length += read;
      if (length > maximum) {
        throw new PayloadTooLargeException(
            "A request body may have at most " + maximum / MEBIBYTE + " MiB, decoded.");
      }
      if (read < chunk.length) {
        return joined(chunks, length);
      }
    }
  }

  private static byte[] joined(List<byte[]> chunks, int length) {
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (byte[] chunk : chunks) {
      joined.put(chunk, 0, Math.min(chunk.length, joined.remaining()));
    }
    return joined.array();
  }

  private static InputStream unpack(InputStream body, @Nullable String encoding)
      throws IOException {
    return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> ContentDecoding.gzip(body);
      case "zstd" -> ContentDecoding.zstd(body, ContentDecoding.WINDOW_OF_HTTP);
      default ->
          throw new UnsupportedMediaTypeException(
              "The `Content-Encoding` must be gzip or zstd, or be omitted.");
    };
  }
}
