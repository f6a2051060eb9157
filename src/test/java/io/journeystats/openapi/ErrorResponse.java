package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableMap;
import io.journeystats.http.RateLimit;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Predicate;

/** An error response that several routes share, and the rule that says which routes have it. */
enum ErrorResponse {
  UNAUTHORIZED(
      401,
      "The key is missing, unknown, or no longer in force.",
      ImmutableMap.of(HttpHeaders.WWW_AUTHENTICATE, "How to send a key."),
      Route::needsKey),
  FORBIDDEN(403, "The key's role does not allow this.", ImmutableMap.of(), Route::needsKey),
  NOT_FOUND(
      404,
      "It does not exist, or it belongs to another tenant.",
      ImmutableMap.of(),
      route -> route.path().contains("{")),
  REQUEST_TIMEOUT(
      408,
      "The body came more slowly than 16 KiB a second.",
      ImmutableMap.of(),
      Route::readsStream),
  PRECONDITION_FAILED(
      412,
      "The thing was changed since the version that `If-Match` names.",
      ImmutableMap.of(),
      route -> route.readsHeader(HttpHeaders.IF_MATCH)),
  CONTENT_TOO_LARGE(
      413, "The request body is too large.", ImmutableMap.of(), route -> route.body().isPresent()),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The body is of a media type or encoding that is not read here.",
      ImmutableMap.of(),
      route -> route.body().isPresent()),
  /** Everywhere: no route accepts a query parameter that is unknown or repeated. */
  UNPROCESSABLE_CONTENT(
      422, "The input has errors, each named with its field.", ImmutableMap.of(), _ -> true),
  TOO_MANY_REQUESTS(
      429,
      "The tenant asks for too much at the same time.",
      ImmutableMap.of(
          HttpHeaders.RETRY_AFTER,
          "After how many seconds to try again.",
          RateLimit.POLICY,
          "The limit that was reached: its name, the quota `q` of the unit `qu`, the seconds `w`.",
          RateLimit.STATE,
          "What remains of it (`r`), and the seconds until more does (`t`)."),
      Route::isForTenants),
  SERVICE_UNAVAILABLE(
      503,
      "The store is away, or everybody together asks for too much.",
      ImmutableMap.of(HttpHeaders.RETRY_AFTER, "After how many seconds to try again."),
      _ -> true);

  private final int status;
  private final String description;
  private final ImmutableMap<String, String> headers;
  private final Predicate<Route> rule;

  ErrorResponse(
      int status, String description, ImmutableMap<String, String> headers, Predicate<Route> rule) {
    this.status = status;
    this.description = description;
    this.headers = headers;
    this.rule = rule;
  }

  int status() {
    return status;
  }

  String description() {
    return description;
  }

  /** The descriptions of its headers, by name. */
  ImmutableMap<String, String> headers() {
    return headers;
  }

  /** Tells whether a route can answer with it. */
  boolean appliesTo(Route route) {
    return rule.test(route);
  }

  /** Its name in the components of the document. */
  String title() {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, name());
  }

  /** A reference to it. */
  ObjectNode ref() {
    return JsonSchemas.ref("responses", title());
  }
}
