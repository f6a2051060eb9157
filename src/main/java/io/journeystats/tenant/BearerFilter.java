package io.journeystats.tenant;

import io.dropwizard.auth.AuthFilter;
import io.journeystats.http.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import java.util.Optional;

/**
 * Who sent the request, by {@code Authorization: Bearer <key>}. Dropwizard's own filter takes the
 * token from the query too, where it would end in logs and histories.
 */
@Priority(Priorities.AUTHENTICATION)
final class BearerFilter extends AuthFilter<String, Caller> {
  private static final String SCHEME = "bearer ";

  BearerFilter(KeyAuthenticator keys) {
    this.authenticator = keys;
    this.authorizer =
        (caller, permission, request) -> caller.role().allows(Permission.valueOf(permission));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<String> key = key(request);
    if (key.isEmpty()) {
      throw unauthorized("This needs a key: Authorization: Bearer <key>.", "");
    }
    if (!authenticate(request, key.get(), SecurityContext.BASIC_AUTH)) {
      throw unauthorized("The key is not known, or no longer.", ", error=\"invalid_token\"");
    }
  }

  private static Optional<String> key(ContainerRequestContext request) {
    return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(key -> !key.isEmpty());
  }

  private static WebApplicationException unauthorized(String detail, String parameters) {
    return new WebApplicationException(
        Problem.of(401, detail)
            .answer()
            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"journey-stats\"" + parameters)
            .build());
  }
}
