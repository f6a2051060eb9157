package io.journeystats.demo;

import io.journeystats.journey.Channel;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A time at which one channel goes wrong, there to be discovered.
 *
 * @param channel the channel
 * @param from when it begins
 * @param to when it ends
 * @param effect what it does to messages
 * @param detail what really happened
 */
record Incident(Channel channel, Instant from, Instant to, Effect effect, String detail) {

  /** What an incident does to the messages of its channel. */
  sealed interface Effect {}

  /**
   * Some do not arrive.
   *
   * @param share how many it strikes
   * @param reasons the delivery issues that the provider names
   */
  record Failure(double share, List<String> reasons) implements Effect {}

  /**
   * All arrive late.
   *
   * @param delivery how long a delivery takes on average
   */
  record Delay(Duration delivery) implements Effect {}

  /** All that goes wrong in the story. */
  static List<Incident> all(ShopCalendar almanac) {
    return List.of(
        pushCertificate(almanac),
        smsOutage(almanac),
        softBounces(almanac),
        slowMailProvider(almanac));
  }

  boolean strikes(Channel other, Instant time) {
    return channel == other && !time.isBefore(from) && time.isBefore(to);
  }

  /** The failures that it causes; empty where it causes none. */
  Optional<Failure> failure() {
    return effect instanceof Failure failure ? Optional.of(failure) : Optional.empty();
  }

  /** How long a delivery takes while it lasts; empty where it takes no longer than usual. */
  Optional<Duration> delay() {
    return effect instanceof Delay(var delivery) ? Optional.of(delivery) : Optional.empty();
  }

  private static Incident pushCertificate(ShopCalendar almanac) {
    LocalDate day = almanac.last(DayOfWeek.TUESDAY, 20);
    return new Incident(
        Channel.PUSH,
        ShopCalendar.at(day, 2),
        ShopCalendar.at(day.plusDays(1), 1),
        new Failure(0.92, List.of("invalid_push_token", "gateway_blocked", "gateway_blocked")),
        "push certificate expired");
  }

  private static Incident smsOutage(ShopCalendar almanac) {
    LocalDate day = almanac.last(DayOfWeek.THURSDAY, 9);
    return new Incident(
        Channel.SMS,
        ShopCalendar.at(day, 8),
        ShopCalendar.at(day.plusDays(1), 15),
        new Failure(0.97, List.of("gateway_blocked")),
        "no answer from the SMS gateway");
  }

  private static Incident softBounces(ShopCalendar almanac) {
    LocalDate saturday = almanac.last(DayOfWeek.SATURDAY, 60);
    return new Incident(
        Channel.EMAIL,
        ShopCalendar.at(saturday, 0),
        ShopCalendar.at(saturday.plusDays(2), 0),
        new Failure(0.35, List.of("mailbox_unavailable")),
        "a large mailbox provider defers all mail");
  }

  private static Incident slowMailProvider(ShopCalendar almanac) {
    LocalDate tuesday = almanac.last(DayOfWeek.TUESDAY, 12);
    return new Incident(
        Channel.EMAIL,
        ShopCalendar.at(tuesday, 6),
        ShopCalendar.at(tuesday.plusDays(4), 0),
        new Delay(Duration.ofMinutes(14)),
        "the queue of the mail provider is long");
  }
}
