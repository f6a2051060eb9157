package io.journeystats.event;

import static io.journeystats.journey.Channel.EMAIL;
import static io.journeystats.journey.Channel.IN_APP;
import static io.journeystats.journey.Channel.PUSH;
import static io.journeystats.journey.Channel.SMS;
import static io.journeystats.journey.Channel.WHATSAPP;

import com.fasterxml.jackson.annotation.JsonValue;
import io.journeystats.journey.Channel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of an event; source: the domain specification, "Types".
 *
 * <p>The database stores the codes and sorts events by them, so types that are queried together are
 * adjacent.
 */
public enum EventType {
  ENTERED(1, Subject.JOURNEY),
  STEP_ENTERED(5, Subject.STEP),
  STEP_COMPLETED(4, Subject.STEP),
  EXITED(2, Subject.JOURNEY),
  DROPPED(3, Subject.JOURNEY),
  MESSAGE_SENT(6, PUSH, IN_APP, EMAIL, SMS, WHATSAPP),
  MESSAGE_FAILED(14, PUSH, IN_APP, EMAIL, SMS, WHATSAPP),
  MESSAGE_SKIPPED(15, PUSH, IN_APP, EMAIL, SMS, WHATSAPP),
  MESSAGE_DELIVERED(8, PUSH, EMAIL, SMS, WHATSAPP),
  MESSAGE_OPENED(10, PUSH, EMAIL),
  MESSAGE_CLICKED(11, PUSH, IN_APP, EMAIL, SMS, WHATSAPP),
  MESSAGE_READ(9, WHATSAPP),
  MESSAGE_SHOWN(7, IN_APP),
  MESSAGE_INTERACTED(12, IN_APP),
  MESSAGE_DISMISSED(13, IN_APP),
  MESSAGE_UNSUBSCRIBED(16, EMAIL),
  MESSAGE_HARD_BOUNCED(17, EMAIL),
  MESSAGE_SOFT_BOUNCED(18, EMAIL),
  MESSAGE_COMPLAINED(19, EMAIL),
  GOAL_REACHED(20, Subject.JOURNEY),
  CUSTOM(21, Subject.TENANT);

  private static final Map<String, EventType> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::key, Function.identity()));

  private final String key = name().toLowerCase(Locale.ROOT);
  private final byte code;
  private final Subject subject;
  private final Set<Channel> channels;

  EventType(int code, Subject subject) {
    this.code = (byte) code;
    this.subject = subject;
    this.channels = EnumSet.allOf(Channel.class);
  }

  EventType(int code, Channel... channels) {
    this.code = (byte) code;
    this.subject = Subject.MESSAGE;
    this.channels = EnumSet.copyOf(Arrays.asList(channels));
  }

  /** The name on the wire and in the database. */
  @JsonValue
  public String key() {
    return key;
  }

  /** The code in the database. */
  byte code() {
    return code;
  }

  /** The subject of events of this type. */
  public Subject subject() {
    return subject;
  }

  /** Whether messages of the channel have events of this type. */
  public boolean occursIn(Channel channel) {
    return channels.contains(channel);
  }

  /** The type with this key; null if there is none. */
  public static @Nullable EventType find(String key) {
    return BY_KEY.get(key);
  }

  /** The subject of an event, which decides its required fields. */
  public enum Subject {
    /** The tenant as a whole; the event needs no journey. */
    TENANT,
    /** A user's trip through a journey. */
    JOURNEY,
    /** A user at a step of a journey. */
    STEP,
    /** One message of a step, sent through a channel. */
    MESSAGE
  }
}
