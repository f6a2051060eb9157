package io.journeystats.tenant;

import io.dropwizard.auth.AuthFilter;
import io.journeystats.http.ClientConnection;
import io.journeystats.http.Problem;
import io.journeystats.http.RequestTrace;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/**
 * A filter that authenticates requests by {@code Authorization: Bearer <key>} or a session cookie.
 * Dropwizard's own filter also accepts the token as a query parameter, which would expose it in
 * logs and browser histories.
 */
@Priority(Priorities.AUTHENTICATION)
final class CredentialsFilter extends AuthFilter<Credentials, Caller> {
  private static final String INVALID = ", error=\"invalid_token\"";

  CredentialsFilter(KeyAuthenticator keys) {
    this.authenticator = keys;
    this.authorizer =
        (caller, permission, request) -> caller.role().allows(Permission.valueOf(permission));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Credentials> credentials =
        Credentials.read(request::getHeaderString, address(request));
    if (credentials.isEmpty()) {
      throw unauthorized("An API key is required: `Authorization: Bearer <key>`.", "");
    }
    if (!authenticate(request, credentials.get(), SecurityContext.BASIC_AUTH)) {
      throw switch (credentials.get()) {
        case Credentials.Key _ -> unknownKey();
        case Credentials.Session _ ->
            unauthorized("The session has ended, or its API key was revoked.", INVALID);
      };
    }
    if (request.getSecurityContext().getUserPrincipal() instanceof Caller caller) {
      RequestTrace.of(request.getProperty(RequestTrace.PROPERTY)).ifPresent(caller::identify);
    }
  }

  /** Creates the response to an invalid key. */
  static WebApplicationException unknownKey() {
    return unauthorized("The API key is unknown or was revoked.", INVALID);
  }

  /** Returns the client's address. */
  static String address(ContainerRequestContext request) {
    return request.getProperty(ClientConnection.PROPERTY) instanceof ClientConnection connection
        ? connection.address()
        : "";
  }

  private static WebApplicationException unauthorized(String detail, String parameters) {
    return new WebApplicationException(
        Problem.of(401, detail)
            .answer()
            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"journey-stats\"" + parameters)
            .build());
  }
}
