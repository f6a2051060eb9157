package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A message channel. The order of the constants is the display order. */
public enum Channel {
  PUSH(1, "Push"),
  IN_APP(2, "In-app"),
  EMAIL(3, "Email"),
  SMS(4, "SMS"),
  WHATSAPP(5, "WhatsApp");

  private static final Map<String, Channel> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Channel::key, Function.identity()));

  /** The keys of all channels as an English list. */
  public static final String KEYS = "push, in_app, email, sms or whatsapp";

  private final String key = name().toLowerCase(Locale.ROOT);
  private final byte code;
  private final String title;

  Channel(int code, String title) {
    this.code = (byte) code;
    this.title = title;
  }

  /** Returns the name in JSON and in the database. */
  @JsonValue
  public String key() {
    return key;
  }

  /** Returns the code in the database; 0 means no channel. */
  public byte code() {
    return code;
  }

  /** Returns the display name. */
  public String title() {
    return title;
  }

  /** Returns the channel with the given key; empty if there is none. */
  public static Optional<Channel> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
