package io.journeystats.openapi;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The files of the readable page: Swagger UI as its library brings it, and a few lines of ours.
 *
 * @param version a hash of all that the page loads
 * @param served what the page loads
 */
record PageFiles(String version, List<PageFile> served) {
  private static final String LIBRARY = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /** Copies the list. */
  PageFiles {
    served = List.copyOf(served);
  }

  /** Finds them where the build put them. */
  static PageFiles load() {
    String library = "/META-INF/resources/webjars/swagger-ui/" + libraryVersion() + "/";
    List<PageFile> served =
        List.of(
            new PageFile("swagger-ui.css", library + "swagger-ui.css", "text/css; charset=utf-8"),
            new PageFile("swagger-ui-bundle.js", library + "swagger-ui-bundle.js", SCRIPT),
            new PageFile("page.js", "/openapi/page.js", SCRIPT));
    Hasher hasher = Hashing.sha256().newHasher();
    served.forEach(file -> hasher.putBytes(file.read()));
    return new PageFiles(hasher.hash().toString().substring(0, 16), served);
  }

  /** The page itself, which names the version of what it loads. */
  String page() {
    return new String(
            new PageFile("page.html", "/openapi/page.html", "").read(), StandardCharsets.UTF_8)
        .replace("${version}", version);
  }

  /** What the page loads under that name, if the version is the present one. */
  Optional<PageFile> find(String wanted, String name) {
    return wanted.equals(version)
        ? served.stream().filter(file -> file.name().equals(name)).findFirst()
        : Optional.empty();
  }

  private static String libraryVersion() {
    Properties properties = new Properties();
    try (InputStream file = PageFile.open(LIBRARY)) {
      properties.load(file);
      return Objects.requireNonNull(properties.getProperty("version"), LIBRARY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
