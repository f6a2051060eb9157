package io.journeystats.exactness;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Headers that break what reads them carelessly, each as a whole line. */
final class HostileHeaders {
  private static final String LONG = "x".repeat(3_000);

  /** What no header may be, or only one that nobody reads. */
  private static final List<String> OF_ANY =
      List.of(
          "",
          " ",
          ",",
          ",,,",
          ";",
          "=",
          ":",
          "\"",
          "\"unterminated",
          "\\",
          "*",
          "/",
          "%",
          "%zz",
          "null",
          "-1",
          "0",
          "99999999999999999999",
          "1e400",
          "a\tb",
          "a\u0000b",
          "a\u0007b",
          "\u00e9\u00ff",
          "\u00ff\u00fe",
          "é",
          "${jndi:ldap://x}",
          "'; DROP TABLE events; --",
          "<script>",
          "../../etc/passwd",
          LONG);

  private static final List<String> TAGS =
      List.of(
          "abc",
          "\"abc",
          "abc\"",
          "W/",
          "W/abc",
          "w/\"x\"",
          "W/\"x",
          "\"\"",
          "\"a\",",
          "\"a\",b",
          "\"a\" \"b\"",
          "*, \"a\"",
          "\"a\", *",
          "\"1\"",
          "\"999\"",
          "1",
          "\"\u0000\"",
          "\"é\"",
          "\"\\\"",
          "W/\"1\", \"1\"",
          "\"" + LONG + "\"");

  private static final List<String> DATES =
      List.of(
          "yesterday",
          "0",
          "Mon, 32 Foo 2026 99:99:99 GMT",
          "Mon, 02 Mar 2026 00:00:00 GMT",
          "Sun, 06-Nov-94 08:49:37 GMT",
          "Fri, 31 Dec 999999999 23:59:59 GMT",
          "2026-03-02T00:00:00Z");

  private static final List<String> QUALITIES =
      List.of(
          "*",
          "*/*;q=",
          "*;q=x",
          "*;q=2",
          "*;q=-1",
          "*;q=0",
          "a;q=0.00001",
          "text",
          "text/",
          "/json",
          "text/html;level",
          "application/json;q",
          "application/json;charset=\"",
          "application/json;charset=nonsense",
          "text/csv, */*;q=0",
          "application/json;q=0.5;q=0.6",
          "image/png",
          "application/problem+json",
          "gzip;q=x",
          "gzip;q=0, zstd;q=",
          "identity;q=0",
          "br",
          "gzip, gzip, gzip",
          "zstd",
          "en;q=1.5, de;q",
          "x-\u00e9",
          "a-b-c-d-e-f-g-h-i",
          "utf-7",
          "utf-8;q=0");

  private static final Map<String, List<String>> OF_NAME =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("If-Match", TAGS),
              Map.entry("If-None-Match", TAGS),
              Map.entry("If-Range", TAGS),
              Map.entry("If-Modified-Since", DATES),
              Map.entry("If-Unmodified-Since", DATES),
              Map.entry("Date", DATES),
              Map.entry("Accept", QUALITIES),
              Map.entry("Accept-Charset", QUALITIES),
              Map.entry("Accept-Encoding", QUALITIES),
              Map.entry("Accept-Language", QUALITIES),
              Map.entry("TE", QUALITIES),
              Map.entry("Accept-Patch", QUALITIES),
              Map.entry(
                  "Range",
                  List.of(
                      "bytes",
                      "bytes=",
                      "bytes=-",
                      "bytes=9-1",
                      "bytes=-0",
                      "bytes=0-0,5-6",
                      "bytes=x-y",
                      "bytes=1-99999999999999999999",
                      "bytes=--1",
                      "rows=1-2",
                      "bytes=0-,".repeat(300))),
              Map.entry(
                  "Content-Type",
                  List.of(
                      "application",
                      "application/",
                      "/",
                      "*/*",
                      "application/*",
                      "application/json;",
                      "application/json;;",
                      "application/json; charset",
                      "application/json; charset=",
                      "application/json; charset=nonsense",
                      "application/json; charset=utf-16",
                      "application/json; charset=\"utf-8",
                      "application/json; =x",
                      "APPLICATION/JSON",
                      "application/json, text/csv",
                      "application/xml",
                      "multipart/form-data",
                      "multipart/form-data; boundary=",
                      "application/x-www-form-urlencoded",
                      "application/x-www-form-urlencoded; charset=nonsense",
                      "text/csv; header=absent",
                      "text/csv; charset=iso-8859-1",
                      "application/x-ndjson; charset=utf-32")),
              Map.entry(
                  "Content-Encoding",
                  List.of(
                      "br",
                      "GZIP",
                      "gzip, gzip",
                      "identity",
                      "identity, gzip",
                      "x-gzip",
                      "deflate",
                      "zstd",
                      "gzip;q=1",
                      "aes128gcm")),
              Map.entry("Content-Language", List.of("x", "en-", "-", "a".repeat(300), "en, de")),
              Map.entry("Content-Location", List.of("http://", "::", "%", "//[::1")),
              Map.entry("Content-Disposition", List.of("attachment; filename=\"", "x;;")),
              Map.entry("Content-MD5", List.of("abc", "====")),
              Map.entry("Content-Range", List.of("bytes 0-1", "bytes */*", "bytes 5-1/2")),
              Map.entry(
                  "Cookie",
                  List.of(
                      "journey_stats_session",
                      "journey_stats_session=",
                      "journey_stats_session=a.b.c",
                      "journey_stats_session=..",
                      "journey_stats_session=eyJhbGciOiJub25lIn0.e30.",
                      "journey_stats_session=eyJhbGciOiJIUzI1NiJ9.bm90IGpzb24.AAAA",
                      "journey_stats_session=\"unterminated",
                      "journey_stats_session=\u00e9\u00e9",
                      "journey_stats_session=a; journey_stats_session=b",
                      "$Version=1; $Path=/; a=b",
                      "$Version=x",
                      "=x",
                      "a",
                      ";;;",
                      "a=b,c=d;e",
                      "a=\"\\\"",
                      "c=1; ".repeat(300))),
              Map.entry(
                  "Authorization",
                  List.of(
                      "Bearer",
                      "Bearer ",
                      "bearer\t",
                      "Bearer a b",
                      "Basic",
                      "Basic !!!",
                      "Basic YTpi",
                      "Digest username=\"",
                      "Bearer é",
                      "Bearer " + LONG,
                      "Negotiate")),
              Map.entry(
                  "Origin",
                  List.of(
                      "null",
                      "http://",
                      ":::",
                      "https://evil.example",
                      "http://[::1",
                      "http://x:99999",
                      "file:///etc/passwd",
                      "a, b")),
              Map.entry(
                  "Host",
                  List.of(
                      "",
                      " ",
                      "a b",
                      "[::1",
                      "[::1]:x",
                      "x:99999",
                      "x:-1",
                      "x:",
                      ":80",
                      "a,b",
                      "é",
                      "a/b",
                      "a@b",
                      "evil.example",
                      "%00",
                      "x".repeat(300))),
              Map.entry("Referer", List.of("::", "http://[", "%zz")),
              Map.entry("Expect", List.of("100-continue", "100-Continue, x", "200-ok", "nonsense")),
              Map.entry(
                  "Transfer-Encoding",
                  List.of(
                      "chunked",
                      "identity",
                      "gzip",
                      "gzip, chunked",
                      "chunked, gzip",
                      "chunked, chunked",
                      "xchunked",
                      "chunked;q=1",
                      "\tchunked",
                      "CHUNKED")),
              Map.entry(
                  "Content-Length",
                  List.of(
                      "abc",
                      "-1",
                      "+5",
                      "1e3",
                      "0x10",
                      "5, 5",
                      "5, 6",
                      "1.0",
                      "9223372036854775807",
                      "9223372036854775808",
                      "99999999999999999999")),
              Map.entry("Trailer", List.of("Content-Length", "X, Host")),
              Map.entry(
                  "Connection",
                  List.of(
                      "close", "keep-alive", "upgrade", "close, keep-alive", "Host", "nonsense")),
              Map.entry("Upgrade", List.of("h2c", "websocket", "TLS/1.0", "nonsense")),
              Map.entry("HTTP2-Settings", List.of("AAMAAABkAAQCAAAAAAIAAAAA", "!!!")),
              Map.entry("Keep-Alive", List.of("timeout=x", "max=-1")),
              Map.entry(
                  "X-Forwarded-For",
                  List.of("1.2.3.4", "unknown", "[::1", "1.2.3.4, ".repeat(100))),
              Map.entry("Forwarded", List.of("for=\"[::1\"", "for=;", "proto=")),
              Map.entry("X-Forwarded-Proto", List.of("https", "gopher")),
              Map.entry("X-HTTP-Method-Override", List.of("DELETE", "PATCH")),
              Map.entry("X-Request-Id", List.of("a b", "a\u0001", LONG)),
              Map.entry("Sec-Fetch-Site", List.of("cross-site", "same-origin", "none", "?")),
              Map.entry(
                  "Cache-Control", List.of("no-cache", "max-age=x", "no-cache=\"", "max-age=-1")),
              Map.entry("Pragma", List.of("no-cache")),
              Map.entry("Idempotency-Key", List.of("a", "\"a\"", "a\u00e9", LONG)),
              Map.entry("Max-Forwards", List.of("x", "-1")),
              Map.entry("X-Twilio-Signature", List.of("abc", "====", "é")),
              Map.entry("X-Hub-Signature-256", List.of("sha256=", "sha256=zz", "sha1=00", "abc")),
              Map.entry(
                  "X-Twilio-Email-Event-Webhook-Signature", List.of("abc", "MEUCIQ==", "====")),
              Map.entry(
                  "X-Twilio-Email-Event-Webhook-Timestamp", List.of("x", "-1", "1e10", LONG))));

  /** Lines that are no header. */
  private static final List<String> LINES =
      List.of(
          "no colon",
          ": no name",
          "Name with blanks: x",
          "Name : x",
          " folded",
          "\tfolded",
          "X-Folded: a\r\n b",
          "X-\u0000: x",
          "X-é: x",
          "X-Bare: a\nX-Smuggled: b",
          "X-Return: a\rb",
          "(comment): x",
          "X-Empty:",
          "X-Long: " + "y".repeat(9_000),
          "X-Many: 1\r\n".repeat(300) + "X-Last: 1",
          "Host: one\r\nHost: two",
          "Content-Type: application/json\r\nContent-Type: text/csv",
          "Authorization: Bearer a\r\nAuthorization: Bearer b",
          "Content-Length: 3\r\nContent-Length: 4");

  private HostileHeaders() {}

  /** One line, or several. */
  static String line(Chance chance) {
    if (chance.oneIn(12)) {
      return chance.pick(LINES);
    }
    String name = chance.pick(OF_NAME.keySet());
    List<String> values = OF_NAME.getOrDefault(name, OF_ANY);
    return name + ": " + (chance.oneIn(3) ? chance.pick(OF_ANY) : chance.pick(values));
  }
}
