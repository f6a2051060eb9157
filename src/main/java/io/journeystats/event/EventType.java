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
 * The kind of fact that an event states; defined in the domain specification's table of types.
 *
 * <p>The constants' names in lower case are the names on the wire and in the database, whose sort order follows the
 * order of its own enumeration, not of this one.
 */
public enum EventType {
  ENTERED(Subject.JOURNEY),
  STEP_ENTERED(Subject.STEP),
  STEP_COMPLETED(Subject.STEP),
  EXITED(Subject.JOURNEY),
  DROPPED(Subject.JOURNEY),
  MESSAGE_SENT(PUSH, IN_APP, EMAIL, SMS, WHATSAPP),
  MESSAGE_FAILED(PUSH, IN_APP, EMAIL, SMS, WHATSAPP),
  MESSAGE_SKIPPED(PUSH, IN_APP, EMAIL, SMS, WHATSAPP),
  MESSAGE_DELIVERED(PUSH, EMAIL, SMS, WHATSAPP),
  MESSAGE_OPENED(PUSH, EMAIL),
  MESSAGE_CLICKED(PUSH, IN_APP, EMAIL, SMS, WHATSAPP),
  MESSAGE_READ(WHATSAPP),
  MESSAGE_SHOWN(IN_APP),
  MESSAGE_INTERACTED(IN_APP),
  MESSAGE_DISMISSED(IN_APP),
  MESSAGE_UNSUBSCRIBED(EMAIL),
  MESSAGE_HARD_BOUNCED(EMAIL),
  MESSAGE_SOFT_BOUNCED(EMAIL),
  MESSAGE_COMPLAINED(EMAIL),
  GOAL_REACHED(Subject.JOURNEY),
  CUSTOM(Subject.TENANT);

  private static final Map<String, EventType> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::key, Function.identity()));

  private final String key = name().toLowerCase(Locale.ROOT);
  private final Subject subject;
  private final Set<Channel> channels;

  EventType(Subject subject) {
    this.subject = subject;
    this.channels = EnumSet.allOf(Channel.class);
  }

  EventType(Channel... channels) {
    this.subject = Subject.MESSAGE;
    this.channels = EnumSet.copyOf(Arrays.asList(channels));
  }

  /** The name on the wire and in the database. */
  @JsonValue
  public String key() {
    return key;
  }

  /** What events of this type are about. */
  public Subject subject() {
    return subject;
  }

  /** Tells whether messages of the channel know this type. */
  public boolean occursIn(Channel channel) {
    return channels.contains(channel);
  }

  /** The type with that key, null where there is none. */
  public static @Nullable EventType find(String key) {
    return BY_KEY.get(key);
  }

  /** What an event is about, which decides the fields it must carry. */
  public enum Subject {
    /** The tenant as a whole: no journey needed. */
    TENANT,
    /** A user's way through a journey. */
    JOURNEY,
    /** A user at a step of the journey. */
    STEP,
    /** One message of a step, sent through a channel. */
    MESSAGE
  }
}
