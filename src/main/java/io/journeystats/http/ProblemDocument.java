package io.journeystats.http;

/**
 * A problem document of any kind. What all of them have in common is added when they are sent; so
 * is the id of the request.
 */
public interface ProblemDocument {
  /** The same document, as that of a request. */
  ProblemDocument ofRequest(String id);
}
