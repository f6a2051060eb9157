package io.journeystats.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import io.journeystats.cache.Freshness;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Variant;
import java.time.Duration;
import java.util.List;

/**
 * What makes a statistics answer good for caches on its way: how long it may be shown, a tag of
 * what it says so that the same is not sent twice, and compression. It also tells where an answer
 * is stale.
 */
public final class AnswerFilter implements ContainerResponseFilter {
  /** Whether an answer is shown only as ClickHouse is away. */
  public static final String STALE = "Journey-Stats-Stale";

  /**
   * What an answer depends on besides its address: who asks, by a key or a session, and packing.
   */
  public static final String VARY =
      String.join(", ", HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE, HttpHeaders.ACCEPT_ENCODING);

  /** Below this, compression saves nothing that anybody could notice. */
  private static final int WORTH_COMPRESSION = 1024;

  private static final List<Variant> ENCODINGS =
      Variant.encodings("gzip", "identity").add().build();

  private final ObjectMapper json;
  private final Duration longest;

  /**
   * A filter.
   *
   * @param json writes answers
   * @param longest how long an answer may be shown by others than this service at most
   */
  public AnswerFilter(ObjectMapper json, Duration longest) {
    this.json = json;
    this.longest = longest;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws JsonProcessingException {
    var freshness = HttpQueryCaller.freshness(request);
    if (response.getStatus() == 200 && freshness.isPresent()) {
      tellFreshness(freshness.get(), response.getHeaders());
      if (MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
        tag(request, response);
      }
    }
  }

  private void tellFreshness(Freshness freshness, MultivaluedMap<String, Object> headers) {
    headers.putSingle(HttpHeaders.VARY, VARY);
    if (freshness.isStale()) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
      headers.putSingle("Age", freshness.age().toSeconds());
      headers.putSingle("Warning", "110 - \"Response is Stale\"");
      headers.putSingle(STALE, "true");
    } else {
      Duration left = freshness.left().compareTo(longest) < 0 ? freshness.left() : longest;
      headers.putSingle(
          HttpHeaders.CACHE_CONTROL, "private, must-revalidate, max-age=" + left.toSeconds());
    }
  }

  private void tag(ContainerRequestContext request, ContainerResponseContext response)
      throws JsonProcessingException {
    byte[] body = json.writeValueAsBytes(response.getEntity());
    boolean compressed = body.length >= WORTH_COMPRESSION && takesGzip(request);
    // The two forms are not the same bytes, so not the same tag.
    EntityTag tag =
        new EntityTag(Hashing.murmur3_128().hashBytes(body) + (compressed ? "-gzip" : ""));
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    if (request.getRequest().evaluatePreconditions(tag) != null) {
      response.setStatus(304);
      response.setEntity(null);
      return;
    }
    if (compressed) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setEntity(
        compressed ? Gzip.compress(body) : body,
        response.getEntityAnnotations(),
        MediaType.APPLICATION_JSON_TYPE);
  }

  private static boolean takesGzip(ContainerRequestContext request) {
    Variant chosen =
        request.getHeaders().containsKey(HttpHeaders.ACCEPT_ENCODING)
            ? request.getRequest().selectVariant(ENCODINGS)
            : null;
    return chosen != null && chosen.getEncoding().equals("gzip");
  }
}
