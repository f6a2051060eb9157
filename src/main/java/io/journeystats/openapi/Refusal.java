package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.http.DeclaredParameters.Place;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.BiPredicate;

/** A way in which routes of some kind refuse requests: which ones, is a rule. */
enum Refusal {
  UNAUTHORIZED(
      401, "The key is missing, unknown, or no longer in force.", (_, access) -> access.needsKey()),
  FORBIDDEN(403, "The key's role does not allow this.", (_, access) -> access.needsKey()),
  NOT_FOUND(
      404,
      "There is no such thing, or it is another tenant's.",
      (route, _) -> route.path().contains("{")),
  REQUEST_TIMEOUT(
      408,
      "The body came more slowly than 16 KiB a second.",
      (route, _) -> route.body().filter(body -> body.getType() == InputStream.class).isPresent()),
  PRECONDITION_FAILED(
      412,
      "The thing was changed since the version that `If-Match` names.",
      (route, _) -> route.reads(Place.HEADER, HttpHeaders.IF_MATCH)),
  CONTENT_TOO_LARGE(413, "The request body is too large.", (route, _) -> route.body().isPresent()),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The body is of a media type or encoding that is not read here.",
      (route, _) -> route.body().isPresent()),
  /** Everywhere, as a query parameter that is unknown or stands twice is refused everywhere. */
  UNPROCESSABLE_CONTENT(422, "The input has errors, each named with its field.", (_, _) -> true),
  TOO_MANY_REQUESTS(
      429, "The tenant asks for too much at the same time.", (_, access) -> access.isForTenants()),
  SERVICE_UNAVAILABLE(
      503, "The store is away, or everybody together asks for too much.", (_, _) -> true);

  private final int status;
  private final String meaning;
  private final BiPredicate<Route, Access> rule;

  Refusal(int status, String meaning, BiPredicate<Route, Access> rule) {
    this.status = status;
    this.meaning = meaning;
    this.rule = rule;
  }

  /** Tells whether a route can refuse in this way. */
  boolean concerns(Route route, Access access) {
    return rule.test(route, access);
  }

  /** The status of the answer. */
  int status() {
    return status;
  }

  /** A sentence for people. */
  String meaning() {
    return meaning;
  }

  /** The name of the answer in the document. */
  String title() {
    return Names.capitalized(name().toLowerCase(Locale.ROOT));
  }

  /** A reference to the answer. */
  ObjectNode ref() {
    return Shapes.ref("responses", title());
  }

  /** Tells whether the answer says when to try again. */
  boolean isPassing() {
    return this == TOO_MANY_REQUESTS || this == SERVICE_UNAVAILABLE;
  }
}
