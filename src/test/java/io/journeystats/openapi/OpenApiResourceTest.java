package io.journeystats.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.testing.HttpService;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiResourceTest {
  @Test
  void servesTheCommittedDocumentWithTheVersionOfTheService() throws IOException {
    ObjectNode expected =
        new ObjectMapper()
            .readValue(
                Path.of("src/main/resources/openapi/openapi.json").toFile(), ObjectNode.class);
    expected.withObjectProperty("info").put("version", "1.2.3");

    try (HttpService service =
        HttpService.start(
            environment -> environment.jersey().register(new OpenApiResource("1.2.3")))) {
      HttpService.Answer answer = service.send("GET", "/api/v1/openapi.json", null, null);
      assertThat(answer.status()).isEqualTo(200);
      // As text, which the order of members is part of.
      assertThat(answer.response().body()).isEqualTo(expected.toString());
    }
  }
}
