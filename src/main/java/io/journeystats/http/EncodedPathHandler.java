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
 * A handler that allows percent-encoded ids with slashes, percent signs, backslashes or control
 * characters in paths. Jetty rejects such paths by default, since components may disagree on how to
 * read them. The handler allows them only below a prefix under which only resources read the path,
 * segment by segment, and decode each segment once.
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
   * Creates the handler.
   *
   * @param prefix the path prefix below which such ids are allowed
   */
  public EncodedPathHandler(String prefix) {
    this.prefix = prefix;
  }

  /**
   * Configures a connector to pass such paths to its handlers. This handler must be the first of
   * them.
   */
  public static void open(ContainerLifeCycle connector) {
    // The HTTP connection factories are nested in factories that record metrics.
    connector
        .getContainedBeans(HttpConfiguration.class)
        .forEach(configuration -> configuration.setUriCompliance(WITH_IDS));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    // This path has its dot segments resolved, so the prefix cannot be used to reach other paths.
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
