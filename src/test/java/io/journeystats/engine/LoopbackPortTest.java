package io.journeystats.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {
  @Test
  void cannotBeBoundWithoutSharing() throws IOException {
    try (var port = LoopbackPort.reserve(0);
        var stranger = new ServerSocket();
        var engine = new ServerSocket()) {
      var address = new InetSocketAddress(InetAddress.ofLiteral(LoopbackPort.HOST), port.number());
      assertThatThrownBy(() -> stranger.bind(address)).isInstanceOf(BindException.class);
      engine.setOption(StandardSocketOptions.SO_REUSEPORT, true);
      engine.bind(address);
      assertThat(engine.isBound()).isTrue();
    }
  }

  @Test
  void cannotBeReservedTwice() {
    try (var port = LoopbackPort.reserve(0);
        var other = LoopbackPort.reserve(port.number())) {
      assertThat(other.number()).isNotEqualTo(port.number());
    }
  }

  @Test
  void isFreeAfterClosing() {
    int number;
    try (var port = LoopbackPort.reserve(0)) {
      number = port.number();
    }
    try (var again = LoopbackPort.reserve(number)) {
      assertThat(again.number()).isEqualTo(number);
    }
  }
}
