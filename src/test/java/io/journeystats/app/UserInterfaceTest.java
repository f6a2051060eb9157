package io.journeystats.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.testing.HttpService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UserInterfaceTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpService service;

  UserInterfaceTest(@TempDir java.nio.file.Path directory) throws IOException {
    Files.createDirectory(directory.resolve("assets"));
    Files.writeString(directory.resolve("index.html"), "the page");
    Files.writeString(directory.resolve("index.html.gz"), "the page as gzip");
    Files.writeString(directory.resolve("index.html.br"), "the page as Brotli");
    Files.writeString(directory.resolve("assets/app-1a2b.js"), "the script");
    Files.writeString(directory.resolve("assets/app-1a2b.js.br"), "the script as Brotli");
    Files.writeString(directory.resolve("assets/font-3c4d.woff2"), "the font");
    this.service =
        HttpService.start(environment -> {
          environment.jersey().register(new Numbers());
          environment
              .getApplicationContext()
              .insertHandler(
                  new UserInterface(ResourceFactory.root().newResource(directory.toUri())));
        });
  }

  @AfterAll
  void stop() {
    service.close();
    client.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/journeys",
        "/journeys/7d9f6f0e-2f7b-4a51-9f0c-0d1f0a6c2b11/audience?period=7d&search=a%2Fb",
        "/sign-in?next=%2Fjourneys",
        "/apiary",
      })
  void servesThePageAtEveryPathOutsideTheApi(String path) {
    HttpResponse<String> answer = get(path, "identity");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("the page");
    assertThat(header(answer, "Content-Type")).startsWith("text/html");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void sendsThePageEvenIfItIsNotModified() {
    String date = header(get("/", "identity"), "Last-Modified");

    HttpResponse<String> answer = get("/", "identity", "If-Modified-Since", date);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("the page");
  }

  @Test
  void servesAssetsAsImmutable() {
    HttpResponse<String> answer = get("/assets/app-1a2b.js", "identity");

    assertThat(answer.body()).isEqualTo("the script");
    assertThat(header(answer, "Content-Type")).contains("javascript");
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(get("/assets/font-3c4d.woff2", "identity"), "Content-Type"))
        .isEqualTo("font/woff2");
  }

  @Test
  void servesPrecompressedFiles() {
    assertThat(get("/assets/app-1a2b.js", "gzip, br").body()).isEqualTo("the script as Brotli");
    assertThat(get("/journeys", "gzip").body()).isEqualTo("the page as gzip");
    HttpResponse<String> answer = get("/journeys", "gzip, deflate, br, zstd");
    assertThat(answer.body()).isEqualTo("the page as Brotli");
    assertThat(header(answer, "Content-Encoding")).isEqualTo("br");
    assertThat(header(answer, "Content-Type")).startsWith("text/html");
    assertThat(answer.headers().allValues("Vary").toString()).contains("Accept-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/assets/app-1a2b.js"})
  void restrictsTheContentSecurityPolicy(String path) {
    HttpResponse<String> answer = get(path, "identity");

    assertThat(header(answer, "Content-Security-Policy"))
        .startsWith("default-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe", "data:", "http");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/app-0000.js",
        "/assets/",
        "/assets/../../pom.xml",
        "/assets/%2e%2e/%2e%2e/pom.xml",
        "/api/v1/unknown",
        "/api",
      })
  void reportsAMissingFileAsAProblem(String path) {
    HttpResponse<String> answer = get(path, "identity");

    assertThat(answer.statusCode()).isBetween(400, 404);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .allSatisfy(policy -> assertThat(policy).startsWith("default-src 'none'"));
  }

  @Test
  void doesNotAffectTheApi() {
    HttpResponse<String> answer = get("/api/v1/numbers", "identity");

    assertThat(answer.body()).isEqualTo("42");
    assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(service.send("POST", "/journeys", null, null).status()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path, String encodings, String... headers) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
              .header("Accept-Encoding", encodings);
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** A resource of the API. */
  @Path("/api/v1/numbers")
  public static final class Numbers {
    /** Returns a number. */
    @GET
    public String number() {
      return "42";
    }
  }
}
