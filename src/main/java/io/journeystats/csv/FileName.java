package io.journeystats.csv;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The name of a downloaded file, safe in any header and on any disk, made of any title.
 *
 * @param text the name with its ending
 */
public record FileName(String text) {
  private static final String ENDING = ".csv";

  /** In UTF-8; most disks allow 255 with the ending. */
  private static final int MOST_BYTES = 180;

  /** Characters with a meaning for disks and headers, and invisible ones. */
  private static final String UNSAFE =
      "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}\"*/:<>?\\\\|%;]+";

  private static final String NOT_ASCII = "[^\\x20-\\x7e]+";

  /** A name of its parts, of which each that leaves nothing is left out. */
  public static FileName of(String... parts) {
    String joined =
        Arrays.stream(parts)
            .map(FileName::safe)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" - "));
    return new FileName((joined.isEmpty() ? "export" : joined) + ENDING);
  }

  /** The value of {@code Content-Disposition}, after RFC 6266. */
  public String contentDisposition() {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii(), encoded());
  }

  private String ascii() {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll(NOT_ASCII, "_");
    return plain.replaceAll("[\"\\\\%;]+", "_");
  }

  /** After RFC 8187: letters and digits are themselves, other bytes are written as numbers. */
  private String encoded() {
    StringBuilder encoded = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (one & 0xff);
      if (letter < 0x80 && (Character.isLetterOrDigit(letter) || "-._~".indexOf(letter) >= 0)) {
        encoded.append(letter);
      } else {
        encoded.append("%%%02X".formatted(one & 0xff));
      }
    }
    return encoded.toString();
  }

  private static String safe(String part) {
    String clean = part.replaceAll(UNSAFE, " ").replaceAll("\\s+", " ").strip();
    return shortened(clean).replaceAll("^[. ~]+|[. ]+$", "");
  }

  private static String shortened(String text) {
    int end = text.length();
    while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES / 2) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
