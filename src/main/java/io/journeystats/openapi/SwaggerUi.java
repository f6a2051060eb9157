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
 * The files of the readable page: Swagger UI as its library contains it, and a page and a script of
 * the service's own.
 *
 * @param version a hash of all files that the page loads
 * @param files the files that the page loads
 */
record SwaggerUi(String version, List<PageFile> files) {
  private static final String LIBRARY = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /** Copies the list. */
  SwaggerUi {
    files = List.copyOf(files);
  }

  /** Finds the files on the class path. */
  static SwaggerUi load() {
    String library = "/META-INF/resources/webjars/swagger-ui/" + libraryVersion() + "/";
    List<PageFile> files =
        List.of(
            new PageFile("swagger-ui.css", library + "swagger-ui.css", "text/css; charset=utf-8"),
            new PageFile("swagger-ui-bundle.js", library + "swagger-ui-bundle.js", SCRIPT),
            new PageFile("page.js", "/openapi/page.js", SCRIPT));
    Hasher hasher = Hashing.sha256().newHasher();
    files.forEach(file -> hasher.putBytes(read(file.resource())));
    return new SwaggerUi(hasher.hash().toString().substring(0, 16), files);
  }

  /** The page itself, which loads its files by the version. */
  String page() {
    return new String(read("/openapi/page.html"), StandardCharsets.UTF_8)
        .replace("${version}", version);
  }

  /** The file of that name that the page loads, if the version is the present one. */
  Optional<PageFile> find(String wanted, String name) {
    return wanted.equals(version)
        ? files.stream().filter(file -> file.name().equals(name)).findFirst()
        : Optional.empty();
  }

  private static String libraryVersion() {
    Properties properties = new Properties();
    try (InputStream file = open(LIBRARY)) {
      properties.load(file);
      return Objects.requireNonNull(properties.getProperty("version"), LIBRARY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String resource) {
    try (InputStream content = open(resource)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(SwaggerUi.class.getResourceAsStream(resource), resource);
  }

  /**
   * A file that the page loads.
   *
   * @param name its name in the URL
   * @param resource its place on the class path
   * @param type its media type
   */
  record PageFile(String name, String resource, String type) {
    /** Its content, to be closed by the caller. */
    InputStream open() {
      return SwaggerUi.open(resource);
    }
  }
}
