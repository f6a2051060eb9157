package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The way a message reaches a user, in the order in which channels are shown. */
public enum Channel {
  PUSH(1, "Push"),
  IN_APP(2, "In-app"),
  EMAIL(3, "Email"),
  SMS(4, "SMS"),
  WHATSAPP(5, "WhatsApp");

  private static final Map<String, Channel> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Channel::key, Function.identity()));

  /** The keys of all channels, in words. */
  public static final String KEYS = "push, in_app, email, sms or whatsapp";

  private final String key = name().toLowerCase(Locale.ROOT);
  private final byte code;
  private final String title;

  Channel(int code, String title) {
    this.code = (byte) code;
    this.title = title;
  }

  /** The name on the wire and in the database. */
  @JsonValue
  public String key() {
    return key;
  }

  /** The number that the database stores for it; 0 stands for none. */
  public byte code() {
    return code;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** The channel with that key, empty where there is none. */
  public static Optional<Channel> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
