package io.journeystats.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every place that lists channels lists all of them, with event types that occur in them. */
class ChannelProfileTest {
  @Test
  void meaningsAreEventTypesOfTheChannel() {
    Set<String> absent = new TreeSet<>();
    for (Channel channel : Channel.values()) {
      ChannelProfile profile = ChannelProfile.of(channel);
      assertThat(profile.channel()).isEqualTo(channel);
      Stream.of(
              Stream.of(profile.sent(), profile.opened(), profile.clicked()),
              Stream.of(profile.reaction(), profile.linkClick()),
              Stream.of(EventType.MESSAGE_FAILED, EventType.MESSAGE_SKIPPED),
              profile.delivered().stream(),
              profile.interactions().stream())
          .flatMap(types -> types)
          .filter(type -> !type.occursIn(channel))
          .forEach(type -> absent.add(channel.key() + " " + type.key()));
    }
    assertThat(absent).containsExactly("in_app message_delivered", "sms message_opened");
  }

  @Test
  void onlySmsReportsNoOpens() {
    assertThat(Channel.values())
        .filteredOn(channel -> !ChannelProfile.of(channel).hasOpens())
        .containsExactly(Channel.SMS);
  }

  @Test
  void everyMessageEventIsAttributable() {
    assertThat(ChannelProfile.sentInAnyChannel())
        .isEqualTo(EventSelection.of(EventType.MESSAGE_SENT, EventType.MESSAGE_SHOWN));
    assertThat(ChannelProfile.reactionInAnyChannel())
        .isEqualTo(
            EventSelection.of(
                EventType.MESSAGE_OPENED, EventType.MESSAGE_READ, EventType.MESSAGE_INTERACTED));
  }

  @Test
  void campaignHealthCountsAnExistingMetric() {
    for (Channel channel : Channel.values()) {
      ChannelProfile.of(channel)
          .openMetric()
          .ifPresent(key ->
              assertThat(ChannelMetrics.countsOf(channel)).extracting(Metric::key).contains(key));
    }
  }

  @Test
  void errorMessagesNameEveryChannel() {
    assertThat(Channel.KEYS.split(", | or "))
        .containsExactly(Arrays.stream(Channel.values()).map(Channel::key).toArray(String[]::new));
  }
}
