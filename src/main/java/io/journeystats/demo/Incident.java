package io.journeystats.demo;

import io.journeystats.journey.Channel;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A time at which one channel goes wrong, there to be discovered.
 *
 * @param channel the channel
 * @param from when it begins
 * @param to when it ends
 * @param share how many messages it strikes
 * @param reasons the delivery issues that the provider names
 * @param detail what really happened
 */
record Incident(
    Channel channel, Instant from, Instant to, double share, List<String> reasons, String detail) {

  /** All that goes wrong in the story. */
  static List<Incident> all(ShopCalendar almanac) {
    return List.of(pushCertificate(almanac), smsOutage(almanac), softBounces(almanac));
  }

  boolean strikes(Channel other, Instant time) {
    return channel == other && !time.isBefore(from) && time.isBefore(to);
  }

  private static Incident pushCertificate(ShopCalendar almanac) {
    LocalDate day = almanac.last(DayOfWeek.TUESDAY, 20);
    return new Incident(
        Channel.PUSH,
        ShopCalendar.at(day, 2),
        ShopCalendar.at(day.plusDays(1), 1),
        0.92,
        List.of("invalid_push_token", "gateway_blocked", "gateway_blocked"),
        "push certificate expired");
  }

  private static Incident smsOutage(ShopCalendar almanac) {
    LocalDate day = almanac.last(DayOfWeek.THURSDAY, 9);
    return new Incident(
        Channel.SMS,
        ShopCalendar.at(day, 8),
        ShopCalendar.at(day.plusDays(1), 15),
        0.97,
        List.of("gateway_blocked"),
        "no answer from the SMS gateway");
  }

  private static Incident softBounces(ShopCalendar almanac) {
    LocalDate saturday = almanac.last(DayOfWeek.SATURDAY, 60);
    return new Incident(
        Channel.EMAIL,
        ShopCalendar.at(saturday, 0),
        ShopCalendar.at(saturday.plusDays(2), 0),
        0.35,
        List.of("mailbox_unavailable"),
        "a large mailbox provider defers all mail");
  }
}
