package io.journeystats.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class JourneyOrderTest {
  @Test
  void theDocumentNamesEveryOrder() throws IOException {
    JsonNode document =
        new ObjectMapper().readTree(Path.of("src/main/resources/openapi/openapi.json").toFile());
    JsonNode parameters = document.at("/paths/~1journeys/get/parameters");
    JsonNode sort =
        StreamSupport.stream(parameters.spliterator(), false)
            .filter(parameter -> parameter.get("name").textValue().equals("sort"))
            .findAny()
            .orElseThrow();
    assertThat(sort.at("/schema/enum"))
        .extracting(JsonNode::textValue)
        .containsExactlyElementsOf(JourneyOrder.ALL.stream().map(JourneyOrder::key).toList());
    assertThat(sort.at("/schema/default").textValue()).isEqualTo(JourneyOrder.USUAL.key());
  }
}
