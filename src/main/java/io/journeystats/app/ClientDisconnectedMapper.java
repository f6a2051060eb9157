package io.journeystats.app;

import io.journeystats.cache.ClientDisconnectedException;
import io.journeystats.http.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * The mapper of the exception for a disconnected client; only the access log shows the response.
 */
final class ClientDisconnectedMapper implements ExceptionMapper<ClientDisconnectedException> {
  /** The status that other servers log in this case, too. */
  private static final int CLIENT_CLOSED_REQUEST = 499;

  @Override
  public Response toResponse(ClientDisconnectedException gone) {
    return Problem.of(CLIENT_CLOSED_REQUEST, "The client has disconnected.").toResponse();
  }
}
