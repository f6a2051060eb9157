package io.journeystats.tenant;

import io.dropwizard.auth.Auth;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Signing in and out of the web application: a key is exchanged for the cookie of a session. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {
  private final AuthenticationFeature authentication;
  private final Sessions sessions;

  /** A resource for sessions, with keys as they are known elsewhere. */
  public SessionResource(AuthenticationFeature authentication, Sessions sessions) {
    this.authentication = authentication;
    this.sessions = sessions;
  }

  /** Signs in with a tenant's key. */
  @POST
  public Response begin(SessionForm form, @Context ContainerRequestContext request) {
    Optional<Caller> caller =
        authentication.authenticate(
            new Credentials.Key(form.checked(), CredentialsFilter.address(request)));
    return switch (caller.orElseThrow(CredentialsFilter::unknownKey)) {
      case Caller.Operator _ ->
          throw new ForbiddenException(
              "The operator's key opens no session; it reads nothing of a tenant.");
      case Caller.OfTenant holder -> begin(holder, isEncrypted(request));
    };
  }

  private Response begin(Caller.OfTenant holder, boolean encrypted) {
    Sessions.Session session = sessions.begin(holder.keyId());
    return Response.ok(
            new SessionView(
                holder.tenant(), holder.role(), holder.keyId(), Optional.of(session.expiresAt())))
        .cookie(SessionCookie.of(session.token(), sessions.lifetime(), encrypted))
        .build();
  }

  /** Tells whose session it is, or whose key. */
  @GET
  @PermitAll
  public SessionView present(@Auth Caller caller) {
    return new SessionView(caller.tenant(), caller.role(), caller.getName(), Optional.empty());
  }

  /** Signs out, signed in or not. */
  @DELETE
  public Response end(@Context ContainerRequestContext request) {
    return Response.noContent().cookie(SessionCookie.none(isEncrypted(request))).build();
  }

  private static boolean isEncrypted(ContainerRequestContext request) {
    return request.getSecurityContext().isSecure();
  }
}
