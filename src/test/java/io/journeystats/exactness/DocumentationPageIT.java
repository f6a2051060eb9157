package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The readable page comes whole from the service, and from nowhere else. */
class DocumentationPageIT {
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  private final ServiceUnderTest service = ServiceUnderTest.find();

  @Test
  void thePageLoadsOnlyWhatTheServiceHas() throws IOException, InterruptedException {
    HttpResponse<String> page = get("docs");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe", "http");
    List<String> loaded =
        LOADED.matcher(page.body()).results().map(found -> found.group(1)).toList();
    assertThat(loaded).anyMatch(one -> one.endsWith(".js")).anyMatch(one -> one.endsWith(".css"));
    for (String one : loaded) {
      assertThat(one).matches("/api/v1/.*|data:,");
      if (!one.startsWith("data:")) {
        HttpResponse<String> file = get(one);
        assertThat(file.statusCode()).as(one).isEqualTo(200);
        assertThat(file.body()).as(one).isNotBlank();
      }
    }
  }

  @Test
  void whatThePageLoadsMayBeKeptForEver() throws IOException, InterruptedException {
    String script =
        LOADED
            .matcher(get("docs").body())
            .results()
            .map(found -> found.group(1))
            .filter(one -> one.endsWith(".js"))
            .findFirst()
            .orElseThrow();
    HttpResponse<String> file = get(script);
    assertThat(header(file, "Cache-Control")).contains("immutable");
    assertThat(header(file, "Content-Type")).startsWith("text/javascript");
    assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(get(script.replaceFirst("docs/", "docs/x")).statusCode()).isEqualTo(404);
    assertThat(get(script + "x").statusCode()).isEqualTo(404);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = service.baseUri().resolve(path);
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
