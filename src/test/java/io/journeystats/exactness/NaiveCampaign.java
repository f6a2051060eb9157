package io.journeystats.exactness;

import static io.journeystats.exactness.NaiveCounts.count;
import static io.journeystats.exactness.NaiveCounts.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The numbers of a journey's row in the campaign statistics export, as text under the titles of
 * their columns and in their order.
 *
 * @param events the journey's events in the period
 * @param inJourneyNow users who are in the journey now
 * @param dropOffs how often users dropped off
 * @param goals users with any conversion in the period
 */
record NaiveCampaign(List<NaiveEvent> events, long inJourneyNow, long dropOffs, long goals) {

  ObjectNode row() {
    NaiveChannel push = NaiveChannel.of("push", events);
    NaiveChannel inApp = NaiveChannel.of("in_app", events);
    NaiveChannel email = NaiveChannel.of("email", events);
    NaiveChannel sms = NaiveChannel.of("sms", events);
    NaiveChannel whatsapp = NaiveChannel.of("whatsapp", events);
    ObjectNode row = Json.object();
    number(row, "Total Reach", users(events, "entered"));
    number(row, "Unique Users", users(events, "message_sent", "message_shown"));
    number(row, "Users Inside", inJourneyNow);
    number(row, "Drop-off", dropOffs);
    number(
        row,
        "Total Sends",
        push.messagesSent()
            + email.messagesSent()
            + sms.messagesSent()
            + whatsapp.messagesSent()
            + inApp.messagesSent());
    rate(
        row,
        "Avg CTR",
        push.opened() + email.clicked() + inApp.interactions(),
        push.recipients() + email.recipients() + inApp.impressions());
    number(row, "Goals", goals);
    number(row, "Push Sends", push.messagesSent());
    rate(row, "Push CTR", push.opened(), push.recipients());
    number(row, "Email Sends", email.messagesSent());
    rate(row, "Email CTR", email.clicked(), email.recipients());
    number(row, "Email Clicks", email.clicked());
    number(row, "Email Unsubscribes", email.unsubscribed());
    number(row, "SMS Sends", sms.messagesSent());
    number(row, "SMS Deliveries", count(sms.events(), "message_delivered"));
    number(row, "WhatsApp Sends", whatsapp.messagesSent());
    number(row, "WhatsApp Opens", whatsapp.read());
    number(row, "In-App Shows", inApp.impressions());
    number(row, "In-App Interaction", inApp.interactions());
    number(row, "In-App Skips", count(inApp.events(), "message_dismissed"));
    return row;
  }

  private static void number(ObjectNode row, String title, long number) {
    row.put(title, Long.toString(number));
  }

  /** "Rates as percentages with two decimals, empty where null". */
  private static void rate(ObjectNode row, String title, long numerator, long denominator) {
    row.put(
        title,
        denominator == 0
            ? ""
            : BigDecimal.valueOf(100 * numerator)
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP)
                .toPlainString());
  }
}
