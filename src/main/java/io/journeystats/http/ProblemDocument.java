package io.journeystats.http;

/** A problem document of any kind. The request's id is added when it is sent. */
public interface ProblemDocument {
  /** Returns the same document with the id of its request. */
  ProblemDocument ofRequest(String id);
}
