package io.journeystats.demo;

import static io.journeystats.journey.Channel.EMAIL;
import static io.journeystats.journey.Channel.IN_APP;
import static io.journeystats.journey.Channel.PUSH;
import static io.journeystats.journey.Channel.SMS;
import static io.journeystats.journey.Channel.WHATSAPP;
import static io.journeystats.journey.JourneyStatus.ACTIVE;
import static io.journeystats.journey.JourneyStatus.FINISHED;
import static io.journeystats.journey.JourneyStatus.PAUSED;

import io.journeystats.journey.JourneyType;
import io.journeystats.journey.PastJourneys.Move;
import java.util.List;
import java.util.Optional;

/** The journeys that customers enter by what they do. */
final class TriggeredJourneys {
  /** The journey that every new customer enters. */
  static final String WELCOME = "welcome";

  private TriggeredJourneys() {}

  static List<DemoJourney> all(ShopCalendar almanac) {
    return List.of(welcome(almanac), cart(almanac), orders(almanac), tour(almanac));
  }

  private static DemoJourney welcome(ShopCalendar almanac) {
    return new DemoJourney(
        WELCOME,
        "Welcome new customers",
        "Onboarding",
        JourneyType.TRIGGER_BASED,
        almanac.at(ShopCalendar.DAYS, 10),
        List.of(new Move(ACTIVE, almanac.at(ShopCalendar.DAYS - 1, 9))),
        new Audience.Steady(15),
        List.of(
            JourneyStage.entry("Signed up"),
            JourneyStage.message("welcome_email", "Welcome email", EMAIL, 1.1),
            JourneyStage.hours("wait_1", "Wait 1 day", 23, 25),
            JourneyStage.message("app_tips", "Three tips for the app", PUSH, 1.2),
            JourneyStage.reacted("tips_opened", "Opened the tips?"),
            JourneyStage.message("tips_in_app", "Tips in the app", IN_APP, 1.0),
            JourneyStage.hours("wait_3", "Wait 3 days", 70, 74),
            JourneyStage.message("voucher_email", "10 % off your first order", EMAIL, 1.05),
            JourneyStage.hours("wait_5", "Wait 5 days", 118, 122),
            JourneyStage.goal("first_order", "First order?"),
            JourneyStage.message("voucher_push", "Your voucher ends soon", PUSH, 1.15),
            JourneyStage.exit("Welcomed")),
        List.of(
            Goals.purchase("first_purchase", "First purchase", 30),
            Goals.purchase(
                "large_first_purchase",
                "First purchase of 80 or more",
                30,
                Goals.atLeast("amount", 80)),
            Goals.decided("profile_completed", "Profile completed", 14)),
        List.of(Response.buys(0.16, 20), Response.reaches("profile_completed", 0.35, 2)),
        Optional.empty());
  }

  private static DemoJourney cart(ShopCalendar almanac) {
    return new DemoJourney(
        "cart",
        "Abandoned cart",
        "Revenue",
        JourneyType.TRIGGER_BASED,
        almanac.at(178, 11),
        List.of(
            new Move(ACTIVE, almanac.at(176, 9)),
            new Move(PAUSED, almanac.at(80, 13)),
            new Move(ACTIVE, almanac.at(80, 13).plusSeconds(1_260))),
        new Audience.Steady(16),
        List.of(
            JourneyStage.entry("Left a cart behind"),
            JourneyStage.hours("wait_1", "Wait 1 hour", 1, 2),
            JourneyStage.message("cart_push", "Still thinking it over?", PUSH, 1.3),
            JourneyStage.reacted("push_opened", "Opened the push?"),
            JourneyStage.message("cart_sms", "Your cart is waiting", SMS, 1.0),
            JourneyStage.hours("wait_20", "Wait until the next day", 18, 22),
            JourneyStage.message("cart_email", "Your cart with free shipping", EMAIL, 1.08),
            JourneyStage.hours("wait_48", "Wait 2 days", 46, 50),
            JourneyStage.message("cart_last_email", "Last call for your cart", EMAIL, 0.92),
            JourneyStage.exit("Cart given up")),
        List.of(
            Goals.after("cart_push", Goals.purchase("cart_recovered", "Cart recovered", 3)),
            Goals.purchase(
                "euro_order",
                "Order of 50 euros or more",
                7,
                Goals.atLeast("amount", 50),
                Goals.is("currency", "EUR"))),
        List.of(Response.buys(0.24, 4)),
        Optional.of(Goals.PURCHASE));
  }

  private static DemoJourney orders(ShopCalendar almanac) {
    return new DemoJourney(
        "orders",
        "Order updates and review request",
        "Service",
        JourneyType.TRIGGER_BASED,
        almanac.at(127, 15),
        List.of(new Move(ACTIVE, almanac.at(120, 8))),
        new Audience.Steady(13),
        List.of(
            JourneyStage.entry("Ordered"),
            JourneyStage.message("confirmed", "Order confirmed", WHATSAPP, 1.0),
            JourneyStage.reacted("confirmation_read", "Read the confirmation?"),
            JourneyStage.message("confirmed_sms", "Order confirmed (SMS)", SMS, 0.6),
            JourneyStage.hours("packing", "Until it is packed", 8, 30),
            JourneyStage.other("set_attribute", "Set attribute: last order"),
            JourneyStage.message("on_its_way", "Your parcel is on its way", WHATSAPP, 1.02),
            JourneyStage.hours("delivery", "Until it is delivered", 40, 75),
            JourneyStage.message("review_request", "How do you like it?", EMAIL, 1.0),
            JourneyStage.exit("Order done")),
        List.of(
            Goals.review("review", "Review written", 21, 1),
            Goals.after(
                "review_request", Goals.review("good_review", "Review of 4 or 5 stars", 21, 4)),
            Goals.purchase("second_order", "Ordered again", 60)),
        List.of(Response.reviews(0.09, 30), Response.buys(0.03, 120)),
        Optional.empty());
  }

  private static DemoJourney tour(ShopCalendar almanac) {
    return new DemoJourney(
        "tour",
        "Tour of the new wish list",
        "Product",
        JourneyType.TRIGGER_BASED,
        almanac.at(157, 16),
        List.of(new Move(ACTIVE, almanac.at(154, 9)), new Move(FINISHED, almanac.at(91, 18))),
        new Audience.Steady(16),
        List.of(
            JourneyStage.entry("Updated the app"),
            JourneyStage.message("tour_start", "Meet the wish list", IN_APP, 1.15),
            JourneyStage.hours("wait_2", "Wait 2 days", 46, 50),
            JourneyStage.message("tour_share", "Share your wish list", IN_APP, 0.9),
            JourneyStage.reacted("tour_seen", "Tried it?"),
            JourneyStage.message("tour_push", "Your wish list is empty", PUSH, 0.8),
            JourneyStage.exit("Tour finished")),
        List.of(Goals.decided("list_created", "Wish list created", 14)),
        List.of(Response.reaches("list_created", 0.4, 3)),
        Optional.empty());
  }
}
