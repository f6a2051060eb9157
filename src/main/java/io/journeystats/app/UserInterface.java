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
 * The handler that serves the web application: its page at every path that is not the API's, and
 * what the page loads, which has a hash in its name and so never changes. All of it was compressed
 * when it was built.
 */
final class UserInterface extends Handler.Wrapper {
  private static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";
  private static final String API = "/api";
  private static final String LOADED = "/assets/";
  private static final String PAGE = "/index.html";

  /** Where its pages are; it is served at every other path, too. */
  static final List<String> PATHS =
      List.of(
          "/sign-in",
          "/journeys",
          "/journeys/{journey}",
          "/journeys/{journey}/{page}",
          "/settings",
          "/settings/{page}");

  private final ResourceHandler page;
  private final ResourceHandler loaded;

  /**
   * Serves from a directory.
   *
   * @param directory holds {@code index.html} and {@code assets}, each file beside the same in gzip
   *     and Brotli
   */
  UserInterface(Resource directory) {
    this.page = files(directory, "no-cache");
    this.loaded = files(directory, "public, max-age=31536000, immutable");
    installBean(page);
    installBean(loaded);
  }

  /**
   * The one that the build put on the class path; empty where it built none.
   *
   * @param owner with which the jar is closed that it lies in
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
    loaded.setServer(server);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (isOfApi(path) || path.equals(LOADED) || !isReading(request)) {
      return super.handle(request, response, callback);
    }
    addHeaders(response);
    boolean found =
        path.startsWith(LOADED)
            ? loaded.handle(request, response, callback)
            : page.handle(asPage(request), response, callback);
    if (found) {
      return true;
    }
    // Whoever answers instead has headers of its own.
    response.reset();
    return super.handle(request, response, callback);
  }

  private static boolean isOfApi(String path) {
    return path.equals(API) || path.startsWith(API + "/");
  }

  private static boolean isReading(Request request) {
    return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
  }

  /**
   * The page itself finds out from its address what to show. It is sent whole each time: in a jar
   * the pages of two versions may have the same date and length, which is all that the file's tag
   * would tell.
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
