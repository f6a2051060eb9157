package io.journeystats.http;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.ContainerLifeCycle;

/**
 * The handler that lets clients name things in paths whose ids have slashes, percent signs,
 * backslashes or control characters, percent-encoded. The server refuses these everywhere unless it
 * is told otherwise, as one part of it may read such a path as another does not. So they are let
 * through only where nothing but a resource looks at the path, segment by segment, and each is
 * decoded once.
 */
public final class EncodedPathHandler extends Handler.Wrapper {
  private static final Set<Violation> IN_IDS =
      EnumSet.of(
          Violation.AMBIGUOUS_PATH_SEPARATOR,
          Violation.AMBIGUOUS_PATH_ENCODING,
          Violation.SUSPICIOUS_PATH_CHARACTERS);

  private static final UriCompliance WITH_IDS =
      UriCompliance.DEFAULT.with("ids", IN_IDS.toArray(Violation[]::new));

  private final String prefix;

  /**
   * Makes the handler.
   *
   * @param prefix what the paths begin with in which ids stand
   */
  public EncodedPathHandler(String prefix) {
    this.prefix = prefix;
  }

  /** Lets such paths reach the handlers of a connector, of which this has to be the first. */
  public static void open(ContainerLifeCycle connector) {
    // Its factories stand inside others, which measure.
    connector
        .getContainedBeans(HttpConfiguration.class)
        .forEach(configuration -> configuration.setUriCompliance(WITH_IDS));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    // With dots resolved, so that nothing outside is reached by way of the prefix.
    if (Request.getPathInContext(request).startsWith(prefix)) {
      return super.handle(request, response, callback);
    }
    Optional<Violation> violation = violation(request.getHttpURI());
    if (violation.isEmpty()) {
      return super.handle(request, response, callback);
    }
    Response.writeError(request, response, callback, 400, violation.get().getDescription());
    return true;
  }

  private static Optional<Violation> violation(HttpURI uri) {
    return uri.getViolations().stream()
        .filter(Violation.class::isInstance)
        .map(Violation.class::cast)
        .filter(IN_IDS::contains)
        .findFirst();
  }
}
