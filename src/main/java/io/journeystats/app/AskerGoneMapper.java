package io.journeystats.app;

import io.journeystats.http.Problem;
import io.journeystats.stats.AskerGoneException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** The answer to a client that has hung up, which only the request log gets to read. */
final class AskerGoneMapper implements ExceptionMapper<AskerGoneException> {
  /** As other servers log it. */
  private static final int CLIENT_CLOSED_REQUEST = 499;

  @Override
  public Response toResponse(AskerGoneException gone) {
    return Problem.of(CLIENT_CLOSED_REQUEST, "The client has hung up.").toResponse();
  }
}
