package io.journeystats.app;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.CompressedContentFormat;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * A handler that serves the web application: its page at every path outside the API, and its
 * assets, which have a hash in their names and never change. All files were compressed during the
 * build.
 */
final class UserInterface extends Handler.Wrapper {
  private static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";
  private static final String API = "/api";
  private static final String ASSETS = "/assets/";
  private static final String PAGE = "/index.html";

  /** The known paths of pages; the page is also served at every other path. */
  static final List<String> PATHS =
      List.of(
          "/sign-in",
          "/journeys",
          "/journeys/{journey}",
          "/journeys/{journey}/{page}",
          "/settings",
          "/settings/{page}");

  private final ResourceHandler page;
  private final ResourceHandler assets;

  /**
   * Serves a directory.
   *
   * @param directory the directory with {@code index.html} and {@code assets}, each file also in
   *     gzip and Brotli
   */
  UserInterface(Resource directory) {
    this.page = files(directory, "no-cache");
    this.assets = files(directory, "public, max-age=31536000, immutable");
    installBean(page);
    installBean(assets);
  }

  /**
   * Returns the web application on the class path; empty if the build has none.
   *
   * @param owner the lifecycle with which the jar is closed
   */
  static Optional<UserInterface> find(ContainerLifeCycle owner) {
    URL built = UserInterface.class.getResource("/ui" + PAGE);
    return Optional.ofNullable(built)
        .map(_ -> new UserInterface(ResourceFactory.of(owner).newClassLoaderResource("ui/")));
  }

  @Override
  public void setServer(Server server) {
    super.setServer(server);
    page.setServer(server);
    assets.setServer(server);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (isApi(path) || path.equals(ASSETS) || !isRead(request)) {
      return super.handle(request, response, callback);
    }
    addHeaders(response);
    boolean found =
        path.startsWith(ASSETS)
            ? assets.handle(request, response, callback)
            : page.handle(asPage(request), response, callback);
    if (found) {
      return true;
    }
    // The next handler sets its own headers.
    response.reset();
    return super.handle(request, response, callback);
  }

  private static boolean isApi(String path) {
    return path.equals(API) || path.startsWith(API + "/");
  }

  private static boolean isRead(Request request) {
    return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
  }

  /**
   * The page determines from its URL what to show. It is always sent completely: in a jar the pages
   * of two versions may have the same date and length, on which its entity tag would be based.
   */
  private static Request asPage(Request request) {
    HttpURI page = HttpURI.build(request.getHttpURI()).path(PAGE).query(null).asImmutable();
    HttpFields headers =
        HttpFields.build(request.getHeaders())
            .remove(HttpHeader.IF_NONE_MATCH)
            .remove(HttpHeader.IF_MODIFIED_SINCE)
            .asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }

      @Override
      public HttpURI getHttpURI() {
        return page;
      }
    };
  }

  private static void addHeaders(Response response) {
    response
        .getHeaders()
        .put("Content-Security-Policy", POLICY)
        .put("Cross-Origin-Opener-Policy", "same-origin")
        .put("Cross-Origin-Resource-Policy", "same-origin")
        .put("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        .put("Referrer-Policy", "no-referrer")
        .put("X-Content-Type-Options", "nosniff")
        .put("X-Frame-Options", "DENY");
  }

  private static ResourceHandler files(Resource directory, String caching) {
    ResourceHandler handler = new ResourceHandler();
    handler.setBaseResource(directory);
    handler.setCacheControl(caching);
    handler.setDirAllowed(false);
    handler.setPrecompressedFormats(CompressedContentFormat.BR, CompressedContentFormat.GZIP);
    handler.setWelcomeFiles();
    return handler;
  }
}
