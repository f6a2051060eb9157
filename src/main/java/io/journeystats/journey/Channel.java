package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The way a message reaches a user, in the order in which channels are shown. */
public enum Channel {
  PUSH("Push"),
  IN_APP("In-app"),
  EMAIL("Email"),
  SMS("SMS"),
  WHATSAPP("WhatsApp");

  private final String title;

  Channel(String title) {
    this.title = title;
  }

  /** The name on the wire and in the database. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** The channel with that key, empty where there is none. */
  public static Optional<Channel> find(String key) {
    return Arrays.stream(values()).filter(channel -> channel.key().equals(key)).findFirst();
  }
}
