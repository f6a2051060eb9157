package io.journeystats.exactness;

import java.util.List;

/** Texts that break what handles text carelessly; all of them are valid Unicode. */
final class HostileTexts {

  /** At most 128 characters each, no two equal, though some look it. */
  static final List<String> ALL =
      List.of(
          "plain",
          "Plain",
          "plain ",
          " plain",
          "o'neill",
          "say \"hi\"",
          "back\\slash",
          "back\\",
          "\\'; DROP TABLE events; --",
          "' OR '1'='1",
          "{\"json\": [1, null]}",
          "[1,2]",
          "null",
          "true",
          "12345",
          "007",
          "1e3",
          "%",
          "a/b",
          "../../etc/passwd",
          "%2F",
          "%2e%2e",
          "a;b=c",
          ";",
          "users.csv",
          "a\u0001\u007F\u0085b",
          "_",
          "pl%",
          "?",
          "${jndi:ldap://x}",
          "{tenant:String}",
          "a\u0000b",
          "\u0000",
          "a\tb\r\nc",
          "=1+1",
          "+49 30",
          "-7",
          "@sum",
          "\ttab",
          "\rreturn",
          "\nline",
          "＝1+1",
          "＋7",
          "－7",
          "＠sum",
          " =1",
          "\u200B=1",
          "\u00A0@sum",
          "'=1",
          "''+7",
          "'tis",
          "<script>alert(1)</script>",
          "naïve",
          "nai\u0308ve",
          "Ünïcödé",
          "Straße",
          "İstanbul",
          "пользователь",
          "काठमाडौं",
          "用户",
          "مستخدم",
          "\u202Eevil\u202C",
          "👩‍👩‍👧‍👦",
          "😀",
          "\uFFFF",
          "\uFFFD",
          "\uDBFF\uDFFF",
          "\u200B",
          "\uFEFFbom",
          "z\u0301\u0323\u0307");

  /** The longest id: 256 characters, more than that in bytes. */
  static final List<String> LONG = List.of("ü".repeat(256), "x".repeat(255) + "y", "x".repeat(256));

  private HostileTexts() {}
}
