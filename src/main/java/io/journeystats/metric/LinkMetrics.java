package io.journeystats.metric;

import io.journeystats.journey.Channel;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Subject;
import java.util.List;

/**
 * The metrics of the links of one message; source: the analysis specification, "Links of a
 * message".
 *
 * @param recipientUsers the number of users to whom the message was sent
 * @param clicks the number of clicks
 * @param clickedUsers the number of users who clicked
 * @param clickRate that number as a share of the recipients
 */
public record LinkMetrics(
    Metric recipientUsers, Metric clicks, Metric clickedUsers, Metric clickRate) {

  /** The metrics of links in a channel's messages. */
  public static LinkMetrics of(Channel channel) {
    EventSelection clicked = EventSelection.of(ChannelProfile.of(channel).linkClick()).in(channel);
    Metric recipients = MessageMetrics.recipientUsers(channel);
    Formula users = new Distinct(Subject.USER, clicked);
    return new LinkMetrics(
        recipients,
        new Metric("clicks", "Clicks", "Clicks on the link.", new Count(clicked)),
        new Metric("clicked_users", "Clicked", "Users who clicked the link.", users),
        new Metric(
            "click_rate",
            "Click rate",
            "Users who clicked the link, as a share of the message's recipients.",
            new Ratio(users, recipients.formula())));
  }

  /** The metrics of one link, in display order. */
  public List<Metric> ofLink() {
    return List.of(clicks, clickedUsers, clickRate);
  }

  /** These metrics, limited to the message of one step. */
  public LinkMetrics at(String stepId) {
    return new LinkMetrics(
        recipientUsers.at(stepId),
        clicks.at(stepId),
        clickedUsers.at(stepId),
        clickRate.at(stepId));
  }
}
