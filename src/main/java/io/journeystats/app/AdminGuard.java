package io.journeystats.app;

import io.journeystats.http.KnownPaths;
import io.journeystats.http.Problem;
import io.journeystats.http.ProblemErrorHandler;
import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.AuthenticationFeature;
import io.journeystats.tenant.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A handler that protects the admin port. A browser on the same machine can send requests to that
 * port for any web page. So only known host names are served, cross-site requests are refused, and
 * tasks require the operator's key.
 */
final class AdminGuard extends Handler.Wrapper {
  private static final String TASKS = "/tasks";

  /** The paths of the admin port. */
  static final KnownPaths PATHS =
      new KnownPaths(
          List.of("/healthcheck", "/metrics", "/ping", "/pprof", "/threads", TASKS + "/{task}"));

  private final Set<String> hosts;
  private final AuthenticationFeature authentication;

  /**
   * Creates the guard.
   *
   * @param hosts the allowed host names in lowercase
   * @param authentication authenticates the operator
   */
  AdminGuard(Set<String> hosts, AuthenticationFeature authentication) {
    this.hosts = hosts;
    this.authentication = authentication;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    try {
      Optional<Problem> refusal = refusal(request);
      if (refusal.isEmpty()) {
        return super.handle(request, response, callback);
      }
      if (refusal.get().status() == 401) {
        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"journey-stats\"");
      }
      ProblemErrorHandler.write(refusal.get(), response, callback);
    } catch (TryAgainException tooOften) {
      ProblemErrorHandler.write(tooOften, response, callback);
    }
    return true;
  }

  private Optional<Problem> refusal(Request request) {
    String host = Request.getServerName(request);
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      return Optional.of(
          Problem.of(421, "The admin port does not serve this host name; see `admin.hosts`."));
    }
    if (isCrossSite(request)) {
      return Optional.of(Problem.of(403, "The admin port refuses cross-site requests."));
    }
    String path = Request.getPathInContext(request);
    if ((path.equals(TASKS) || path.startsWith(TASKS + "/")) && !isOperator(request)) {
      return Optional.of(
          Problem.of(401, "Tasks require the operator's key: `Authorization: Bearer <key>`."));
    }
    return Optional.empty();
  }

  private static boolean isCrossSite(Request request) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return (site != null && !site.equals("same-origin") && !site.equals("none"))
        || (origin != null && !isSameOrigin(origin, request.getHeaders().get(HttpHeader.HOST)));
  }

  private static boolean isSameOrigin(String origin, @Nullable String host) {
    return host != null && origin.endsWith("://" + host);
  }

  private boolean isOperator(Request request) {
    return authentication
        .authenticate(request)
        .filter(Caller.Operator.class::isInstance)
        .isPresent();
  }
}
