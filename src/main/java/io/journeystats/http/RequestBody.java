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
 * The reader of request bodies within bounds, whatever they claim to be: where they are read as a
 * whole, of size and of the memory that there is. {@link MinimumRateHandler} sees to their pace.
 */
public final class RequestBody {
  /** How many bytes a body may have once it is unpacked. */
  public static final int MAXIMUM_BYTES = 32 * 1024 * 1024;

  private static final int MEBIBYTE = 1024 * 1024;

  private static final int FIRST_PIECE = 16 * 1024;
  private static final int LARGEST_PIECE = 256 * 1024;

  /** Makes a reader. */
  public RequestBody() {}

  /**
   * Reads and unpacks a body. What it unpacks to is counted while it is read, so that no bomb goes
   * off.
   *
   * @param body the stream as it came
   * @param headers the request's headers, which name the encoding
   * @param memory is asked for every piece of memory before it is taken; what it throws ends the
   *     reading
   * @return the unpacked bytes
   * @throws PayloadTooLargeException where it unpacks to more
   * @throws UnsupportedMediaTypeException where the encoding is unknown, or the type not given
   * @throws InvalidInputException where it is not what the encoding says
   */
  public byte[] read(InputStream body, HttpHeaders headers, IntConsumer memory) {
    return read(body, headers, MAXIMUM_BYTES, memory);
  }

  /**
   * The same, of a body that may have at most so many bytes.
   *
   * @param maximum how many, unpacked: whole mebibytes
   */
  public byte[] read(InputStream body, HttpHeaders headers, int maximum, IntConsumer memory) {
    return stream(body, headers, unpacked -> readAll(unpacked, maximum, memory));
  }

  /**
   * Unpacks a body of any size while it is read.
   *
   * @param body the stream as it came
   * @param headers the request's headers, which name the encoding
   * @param reading reads what is unpacked
   * @return what the reading returned
   * @throws UnsupportedMediaTypeException where the encoding is unknown, or the type not given
   * @throws InvalidInputException where the body is not what the encoding says, or breaks off
   */
  public <T> T stream(InputStream body, HttpHeaders headers, Reading<T> reading) {
    if (headers.getMediaType() == null) {
      throw new UnsupportedMediaTypeException("The Content-Type must say what the body is.");
    }
    String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    try (InputStream unpacked = unpack(body, encoding)) {
      return readOrTakeRest(reading, unpacked, body);
    } catch (ZstdIOException _) {
      throw new InvalidInputException(
          "body", "must be complete and zstd, with a window of at most 8 MiB");
    } catch (ZipException | EOFException _) {
      throw new InvalidInputException("body", "must be complete and of the encoding named");
    } catch (IOException e) {
      // Only the sender's stream is read here.
      throw new BadRequestException("The body could not be read to its end.", e);
    }
  }

  /** Who is cut off while he is sending may not come to read why. */
  private static <T> T readOrTakeRest(Reading<T> reading, InputStream unpacked, InputStream body)
      throws IOException {
    try {
      return reading.read(unpacked);
    } catch (RuntimeException refused) {
      RequestBodyDrainer.take(body);
      throw refused;
    }
  }

  /**
   * What reads an unpacked body.
   *
   * @param <T> what it makes of it
   */
  @FunctionalInterface
  public interface Reading<T> {
    /**
     * Reads the body.
     *
     * @throws IOException where the body cannot be read; for no other reason
     */
    T read(InputStream unpacked) throws IOException;
  }

  /** In pieces that grow, so that nothing is taken for what is only claimed. */
  static byte[] readAll(InputStream unpacked, int maximum, IntConsumer memory) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    int length = 0;
    while (true) {
      int size = Math.clamp(length, FIRST_PIECE, LARGEST_PIECE);
      memory.accept(size);
      byte[] piece = new byte[size];
      int read = unpacked.readNBytes(piece, 0, piece.length);
      pieces.add(piece);
      length += read;
      if (length > maximum) {
        throw new PayloadTooLargeException(
            "A request body may have at most " + maximum / MEBIBYTE + " MiB here, unpacked.");
      }
      if (read < piece.length) {
        return joined(pieces, length);
      }
    }
  }

  private static byte[] joined(List<byte[]> pieces, int length) {
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (byte[] piece : pieces) {
      joined.put(piece, 0, Math.min(piece.length, joined.remaining()));
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
              "The Content-Encoding must be gzip or zstd, or none.");
    };
  }
}
