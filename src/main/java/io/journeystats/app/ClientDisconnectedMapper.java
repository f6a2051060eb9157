package io.journeystats.app;

import io.journeystats.cache.ClientDisconnectedException;
import io.journeystats.http.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** The answer to a client that has hung up, which only the request log gets to read. */
final class ClientDisconnectedMapper implements ExceptionMapper<ClientDisconnectedException> {
  /** As other servers log it. */
  private static final int CLIENT_CLOSED_REQUEST = 499;

  @Override
  public Response toResponse(ClientDisconnectedException gone) {
    return Problem.of(CLIENT_CLOSED_REQUEST, "The client has hung up.").toResponse();
  }
}
