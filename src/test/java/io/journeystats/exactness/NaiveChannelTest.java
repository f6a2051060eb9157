package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.journey.Channel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaiveChannelTest {
  @Test
  void theOracleKnowsEveryChannel() {
    assertThat(NaiveChannel.ALL)
        .isEqualTo(Arrays.stream(Channel.values()).map(Channel::key).toList())
        .allSatisfy(
            channel -> assertThat(new NaiveChannel(channel, List.of()).metrics()).isNotEmpty());
  }
}
