package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Bodies made from valid ones by doing something to them. */
final class HostileBodies {
  /** JSON that stands where another type is expected, or that is none. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "\"\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "{\"\": null}",
          "0",
          "-1",
          "1.5",
          "1e400",
          "1e-400",
          "1e999999999",
          "-0.0",
          "9223372036854775808",
          "1" + "0".repeat(1_100),
          "\"text\"",
          "\"true\"",
          "\"1\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\x\"",
          "\"a\tb\"",
          "\"2026-13-45T99:99:99Z\"",
          "\"2026-03-09\"",
          "\"9999999-01-01T00:00:00Z\"",
          "\"1970-01-01T00:00:00Z\"",
          "\"00000000-0000-0000-0000-000000000000\"",
          "\"" + "x".repeat(100_000) + "\"",
          "[".repeat(63) + "]".repeat(63),
          "[".repeat(5_000) + "]".repeat(5_000),
          "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
          "[" + "0,".repeat(5_000) + "0]",
          "{\"a\": 1, \"a\": 2}",
          "NaN",
          "Infinity",
          "'single'",
          "undefined",
          "0x10",
          "01",
          "+1",
          ".5",
          "1.",
          "/* comment */ 1",
          "\"unterminated",
          "{\"a\" 1}",
          "{a: 1}",
          "[1,]",
          "");

  private static final String[] CHARSETS = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"};
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Chance chance;

  HostileBodies(Chance chance) {
    this.chance = chance;
  }

  /** JSON like the one given, with one or two faults in its values. */
  String json(JsonNode valid) {
    JsonNode changed = valid.deepCopy();
    String text = Json.write(changed);
    for (int faults = 1 + chance.below(2); faults > 0; faults--) {
      text = withFault(changed);
      if (text.length() > 1 << 20) {
        return text;
      }
      changed = chance.oneIn(2) ? valid.deepCopy() : changed;
    }
    return text;
  }

  /** Puts one fault into a tree; what it cannot hold is put into its text. */
  private String withFault(JsonNode tree) {
    List<ContainerNode<?>> containers = new ArrayList<>();
    collect(tree, containers);
    if (containers.isEmpty() || chance.oneIn(20)) {
      return chance.pick(VALUES);
    }
    ContainerNode<?> container = chance.pick(containers);
    String marker = "\"the place of a fault\"";
    String value =
        chance.oneIn(3)
            ? Json.write(Json.array().add(chance.pick(HostileTexts.ALL)).get(0))
            : chance.pick(VALUES);
    switch (container) {
      case ObjectNode object when !object.isEmpty() -> {
        String field = chance.pick(object.properties()).getKey();
        switch (chance.below(8)) {
          case 0 -> object.remove(field);
          case 1 -> object.put("unknown field", 1);
          case 2 -> object.set(chance.pick(HostileTexts.ALL), object.remove(field));
          case 3 -> {
            String twice = Json.write(object);
            object.put("the place", "of a fault");
            return Json.write(tree)
                .replace(
                    Json.write(object),
                    twice.substring(0, twice.length() - 1) + ", \"" + field + "\": 1}");
          }
          default -> object.put(field, "the place of a fault");
        }
      }
      case ArrayNode array when !array.isEmpty() && chance.oneIn(2) ->
          array.set(chance.below(array.size()), "the place of a fault");
      case ArrayNode array -> array.add("the place of a fault");
      default -> container.removeAll();
    }
    return Json.write(tree).replace(marker, value);
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> found) {
    if (node instanceof ContainerNode<?> container) {
      found.add(container);
    }
    for (JsonNode child : node) {
      collect(child, found);
    }
  }

  /** Lines like those given, of which some are not. */
  String lines(List<String> valid) {
    List<String> lines = new ArrayList<>(valid);
    for (int faults = 1 + chance.below(3); faults > 0; faults--) {
      int at = chance.below(lines.size());
      switch (chance.below(8)) {
        case 0 -> lines.add(at, "");
        case 1 -> lines.set(at, lines.get(at) + "\r");
        case 2 -> lines.set(at, lines.get(at).substring(lines.get(at).length() / 2));
        case 3 -> lines.set(at, "  \t " + lines.get(at));
        case 4 -> lines.set(at, lines.get(at) + lines.get(at));
        case 5 -> lines.set(at, chance.pick(VALUES));
        case 6 -> lines.set(at, "\uFEFF" + lines.get(at));
        default -> lines.set(at, "\u0000");
      }
    }
    return String.join("\n", lines) + chance.pick("\n", "", "\n\n", "\r\n", "\u0000");
  }

  /** CSV like the one given, with faults in its header, its records or its quotes. */
  String csv(String valid) {
    String text = valid;
    for (int faults = 1 + chance.below(2); faults > 0; faults--) {
      int at = chance.below(text.length() + 1);
      text =
          switch (chance.below(10)) {
            case 0 -> "\uFEFF" + text;
            case 1 -> text.replaceFirst(",", ",,");
            case 2 -> text.replaceFirst(",", ";");
            case 3 ->
                text.replaceFirst("type", chance.pick("Type", "time", "", "\"type", "nonsense"));
            case 4 -> text.substring(0, at) + "\"" + text.substring(at);
            case 5 ->
                text.substring(0, at) + ",".repeat(1 + chance.below(3_000)) + text.substring(at);
            case 6 -> text.replace("\r\n", chance.pick("\n", "\r", "\n\r"));
            case 7 -> text.substring(0, at) + chance.pick(HostileTexts.ALL) + text.substring(at);
            case 8 -> text.substring(0, at);
            default -> text + "\"" + "x".repeat(chance.below(200_000));
          };
    }
    return text;
  }

  /** Fields of a form like those given. */
  String form(String valid) {
    return switch (chance.below(6)) {
      case 0 -> valid + "&" + valid;
      case 1 -> valid.replace("=", "");
      case 2 -> valid.replace("=", "=%zz");
      case 3 -> valid + "&a=%ff%fe&%c0%af=1";
      case 4 -> "&&=&=&".repeat(1 + chance.below(50));
      default -> valid + "&MessageStatus=" + chance.pick("", "nonsense", "delivered", "%00");
    };
  }

  /** Does something to bytes that knows nothing of what they mean. */
  byte[] bytes(byte[] valid) {
    if (valid.length == 0) {
      return chance.bytes(chance.below(50));
    }
    byte[] changed = valid.clone();
    int at = chance.below(changed.length);
    return switch (chance.below(8)) {
      case 0 -> Arrays.copyOf(changed, at);
      case 1 -> {
        changed[at] = (byte) chance.below(256);
        yield changed;
      }
      case 2 -> concatenated(BOM, changed);
      case 3 -> concatenated(changed, chance.bytes(1 + chance.below(20)));
      case 4 -> concatenated(changed, changed);
      case 5 -> reencoded(changed, chance.pick(CHARSETS));
      case 6 -> chance.bytes(chance.below(2_000));
      default -> new byte[0];
    };
  }

  private static byte[] reencoded(byte[] text, String charset) {
    return new String(text, StandardCharsets.UTF_8).getBytes(Charset.forName(charset));
  }

  /** What an encoding makes of a body, mostly whole, and how it is called. */
  Map.Entry<String, byte[]> packed(byte[] body) {
    byte[] gzip = gzip(body);
    byte[] zstd = Zstd.compress(body);
    return switch (chance.below(9)) {
      case 0, 1 -> Map.entry("gzip", gzip);
      case 2 -> Map.entry("zstd", zstd);
      case 3 -> Map.entry("gzip", bytes(gzip));
      case 4 -> Map.entry("zstd", bytes(zstd));
      case 5 -> Map.entry("zstd", gzip);
      case 6 -> Map.entry("gzip", body);
      case 7 -> Map.entry("gzip", concatenated(gzip, gzip));
      default -> Map.entry("gzip", gzip(gzip));
    };
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] concatenated(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
