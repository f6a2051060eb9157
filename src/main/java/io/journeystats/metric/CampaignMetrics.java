package io.journeystats.metric;

import static io.journeystats.journey.Channel.EMAIL;
import static io.journeystats.journey.Channel.IN_APP;
import static io.journeystats.journey.Channel.PUSH;
import static io.journeystats.journey.Channel.SMS;
import static io.journeystats.journey.Channel.WHATSAPP;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.metric.Formula.Sum;
import java.util.Collection;
import java.util.List;

/**
 * The metrics of the campaign statistics export, which has one row per journey; source: the metrics
 * specification, "Campaign statistics export". Most are dashboard metrics under other names, since
 * one row covers all channels.
 */
public final class CampaignMetrics {
  private static final Metric TOTAL_REACH =
      new Metric(
          "total_reach",
          "Total Reach",
          "Users who entered the journey in the period, each once.",
          new Distinct(Subject.USER, EventSelection.of(EventType.ENTERED)));

  private static final Metric UNIQUE_USERS =
      new Metric(
          "unique_users",
          "Unique Users",
          "Users to whom a message was sent or shown, each once.",
          new Distinct(Subject.USER, ChannelProfile.sentInAnyChannel()));

  private static final Metric AVERAGE_CTR =
      new Metric(
          "avg_ctr",
          "Avg CTR",
          "Push messages opened, emails clicked and in-app interactions, as a share of push and"
              + " email recipients and in-app impressions.",
          new Ratio(
              new Sum(
                  List.of(
                      formula(PUSH, "opened"),
                      formula(EMAIL, "clicked"),
                      formula(IN_APP, "interactions"))),
              new Sum(
                  List.of(
                      formula(PUSH, "recipients"),
                      formula(EMAIL, "recipients"),
                      formula(IN_APP, "impressions")))));

  private CampaignMetrics() {}

  /**
   * The metrics of a journey, in the order of the export.
   *
   * @param goals the journey's goals as they are defined now
   */
  public static List<Metric> of(Collection<Goal> goals) {
    return List.of(
        TOTAL_REACH,
        UNIQUE_USERS,
        renamed(AudienceMetrics.IN_JOURNEY_NOW, "users_inside", "Users Inside"),
        renamed(AudienceMetrics.DROP_OFFS, "drop_off", "Drop-off"),
        renamed(HealthMetrics.MESSAGES_SENT, "total_sends", "Total Sends"),
        AVERAGE_CTR,
        renamed(GoalMetrics.goalsReached(goals), "goals", "Goals"),
        of(PUSH, "sent", "push_sends", "Push Sends"),
        of(PUSH, "open_rate", "push_ctr", "Push CTR"),
        of(EMAIL, "sent", "email_sends", "Email Sends"),
        of(EMAIL, "click_rate", "email_ctr", "Email CTR"),
        of(EMAIL, "clicked", "email_clicks", "Email Clicks"),
        of(EMAIL, "unsubscribed", "email_unsubscribes", "Email Unsubscribes"),
        of(SMS, "sent", "sms_sends", "SMS Sends"),
        of(SMS, "delivered", "sms_deliveries", "SMS Deliveries"),
        of(WHATSAPP, "sent", "whatsapp_sends", "WhatsApp Sends"),
        of(WHATSAPP, "read", "whatsapp_opens", "WhatsApp Opens"),
        of(IN_APP, "impressions", "in_app_shows", "In-App Shows"),
        of(IN_APP, "interactions", "in_app_interaction", "In-App Interaction"),
        of(IN_APP, "skips", "in_app_skips", "In-App Skips"));
  }

  private static Formula formula(Channel channel, String key) {
    return ChannelMetrics.of(channel, key).formula();
  }

  private static Metric of(Channel channel, String original, String key, String title) {
    return renamed(ChannelMetrics.of(channel, original), key, title);
  }

  private static Metric renamed(Metric metric, String key, String title) {
    return new Metric(key, title, metric.definition(), metric.formula());
  }
}
