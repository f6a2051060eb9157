package io.journeystats.demo;

import static io.journeystats.journey.Channel.EMAIL;
import static io.journeystats.journey.Channel.IN_APP;
import static io.journeystats.journey.Channel.PUSH;
import static io.journeystats.journey.Channel.SMS;
import static io.journeystats.journey.Channel.WHATSAPP;
import static io.journeystats.journey.JourneyStatus.ACTIVE;
import static io.journeystats.journey.JourneyStatus.FINISHED;
import static io.journeystats.journey.JourneyStatus.PAUSED;
import static io.journeystats.journey.JourneyStatus.STOPPED;

import io.journeystats.journey.JourneyType;
import io.journeystats.journey.PastJourneys.Move;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The journeys that the marketers send customers on. */
final class CampaignJourneys {
  private CampaignJourneys() {}

  static List<DemoJourney> all(ShopCalendar almanac) {
    return List.of(blackFriday(almanac), winBack(almanac), referral(almanac), loyalty(almanac));
  }

  /** A rehearsal, so that there is one in every half-year. */
  private static DemoJourney blackFriday(ShopCalendar almanac) {
    LocalDate friday = almanac.last(DayOfWeek.FRIDAY, 38);
    return new DemoJourney(
        "black-friday",
        "Little Black Friday",
        "Promotions",
        JourneyType.AUDIENCE_BASED,
        ShopCalendar.at(friday.minusDays(9), 14),
        List.of(
            new Move(ACTIVE, ShopCalendar.at(friday, 9)),
            new Move(FINISHED, ShopCalendar.at(friday.plusDays(4), 12))),
        new Audience.Weekly(2_100),
        List.of(
            JourneyStage.entry("All customers"),
            JourneyStage.message("bf_push", "It begins: up to 40 % off", PUSH, 1.3),
            JourneyStage.message("bf_email", "All offers at a glance", EMAIL, 1.1),
            JourneyStage.hours("wait_8", "Wait until the evening", 7, 9),
            JourneyStage.reacted("interested", "Looked at the offers?"),
            JourneyStage.message("bf_whatsapp", "Your favourites are going fast", WHATSAPP, 1.0),
            JourneyStage.message("bf_in_app", "Offers of the day", IN_APP, 1.3),
            JourneyStage.hours("wait_40", "Wait until Sunday", 38, 42),
            JourneyStage.message("bf_sms", "The last hours", SMS, 1.2),
            JourneyStage.exit("Promotion over")),
        List.of(
            Goals.purchase("bf_purchase", "Bought in the promotion", 5),
            Goals.purchase("bf_large", "Bought for 100 or more", 5, Goals.atLeast("amount", 100)),
            Goals.purchase("bf_sale", "Bought from the sale", 5, Goals.is("category", "sale"))),
        List.of(Response.buys(0.21, 6)),
        Optional.empty());
  }

  private static DemoJourney winBack(ShopCalendar almanac) {
    LocalDate monday = almanac.last(DayOfWeek.MONDAY, 165);
    return new DemoJourney(
        "win-back",
        "Win back sleeping customers",
        "Retention",
        JourneyType.AUDIENCE_BASED,
        ShopCalendar.at(monday.minusDays(6), 10),
        List.of(
            new Move(ACTIVE, ShopCalendar.at(monday, 10)), new Move(PAUSED, almanac.at(12, 15))),
        new Audience.Weekly(75),
        List.of(
            JourneyStage.entry("No order for 90 days"),
            JourneyStage.message("miss_you_email", "We miss you", EMAIL, 0.9),
            JourneyStage.hours("wait_72", "Wait 3 days", 70, 74),
            JourneyStage.reacted("email_opened", "Clicked the email?"),
            JourneyStage.message("miss_you_whatsapp", "A present for you", WHATSAPP, 0.95),
            JourneyStage.hours("wait_168", "Wait 7 days", 166, 170),
            JourneyStage.message("last_email", "20 % off, only this week", EMAIL, 0.98),
            JourneyStage.exit("Not won back")),
        List.of(
            Goals.decided("returned", "Back in the shop", 30),
            Goals.after("miss_you_email", Goals.purchase("won_back", "Ordered again", 14))),
        List.of(Response.reaches("returned", 0.3, 5), Response.buys(0.08, 30)),
        Optional.of(Goals.PURCHASE));
  }

  private static DemoJourney referral(ShopCalendar almanac) {
    LocalDate wednesday = almanac.last(DayOfWeek.WEDNESDAY, 100);
    return new DemoJourney(
        "referral",
        "Bring a friend (test)",
        "Growth",
        JourneyType.AUDIENCE_BASED,
        ShopCalendar.at(wednesday.minusDays(2), 17),
        List.of(
            new Move(ACTIVE, ShopCalendar.at(wednesday, 17)),
            new Move(
                STOPPED, ShopCalendar.at(wednesday.plusDays(16), 11).plus(Duration.ofMinutes(7)))),
        new Audience.Weekly(330),
        List.of(
            JourneyStage.entry("Ordered twice"),
            JourneyStage.message("friend_push", "Bring a friend, get 10 each", PUSH, 0.75),
            JourneyStage.hours("wait_24", "Wait 1 day", 23, 25),
            JourneyStage.message("friend_email", "How it works", EMAIL, 0.85),
            JourneyStage.hours("wait_96", "Wait 4 days", 94, 98),
            JourneyStage.message("friend_sms", "Your friend code", SMS, 0.7),
            JourneyStage.exit("Asked")),
        List.of(Goals.decided("invited", "Friend invited", 30)),
        List.of(Response.reaches("invited", 0.07, 12)),
        Optional.empty());
  }

  /** The draft: nobody has entered it. */
  private static DemoJourney loyalty(ShopCalendar almanac) {
    return new DemoJourney(
        "loyalty",
        "Loyalty club launch",
        "Retention",
        JourneyType.AUDIENCE_BASED,
        almanac.now().minus(DRAFT_AGE),
        List.of(),
        new Audience.None(),
        List.of(
            JourneyStage.entry("Club members"),
            JourneyStage.message("club_email", "Welcome to the club", EMAIL, 1),
            JourneyStage.hours("wait_48", "Wait 2 days", 46, 50),
            JourneyStage.message("club_in_app", "Your first points", IN_APP, 1),
            JourneyStage.exit("Introduced")),
        List.of(Goals.purchase("club_order", "Order with points", 30)),
        List.of(),
        Optional.empty());
  }

  /** How long before the end of the story the draft was created, to the millisecond. */
  static final Duration DRAFT_AGE = Duration.ofHours(75);
}
