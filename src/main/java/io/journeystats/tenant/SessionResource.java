package io.journeystats.tenant;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.AuditLog;
import io.journeystats.http.ClientConnection;
import io.journeystats.http.RequestTrace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.InstantSource;
import java.util.Optional;

/** Signing in and out of the web application: a key is exchanged for the cookie of a session. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "Signing in and out of the web application.")
public final class SessionResource {
  private final AuthenticationFeature authentication;
  private final Sessions sessions;
  private final EndedSessions ended;
  private final InstantSource clock;
  private final AuditLog audit;

  /**
   * A resource for sessions.
   *
   * @param authentication tells whose a key is
   * @param sessions begins them
   * @param ended keeps those that are ended
   * @param clock tells when
   * @param audit where it is noted who signs in and out
   */
  public SessionResource(
      AuthenticationFeature authentication,
      Sessions sessions,
      EndedSessions ended,
      InstantSource clock,
      AuditLog audit) {
    this.authentication = authentication;
    this.audit = audit;
    this.sessions = sessions;
    this.ended = ended;
    this.clock = clock;
  }

  /** Signs in with a tenant's key. */
  @POST
  @Operation(
      operationId = "signIn",
      summary = "Signs in with a tenant's key",
      description = "The answer sets the cookie of a session, which no script can read.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  @ApiResponse(responseCode = "401", description = "The key is not known, or no longer.")
  @ApiResponse(responseCode = "403", description = "The operator's key opens no session.")
  @ApiResponse(responseCode = "429", description = "Too many keys that are not known were tried.")
  public Response begin(SessionForm form, @Context ContainerRequestContext request) {
    Optional<Caller> caller =
        authentication.authenticate(
            new Credentials.Key(form.checked(), CredentialsFilter.address(request)));
    return switch (caller.orElseThrow(CredentialsFilter::unknownKey)) {
      case Caller.Operator _ ->
          throw new ForbiddenException(
              "The operator's key opens no session; it reads nothing of a tenant.");
      case Caller.OfTenant holder -> {
        RequestTrace.of(request.getProperty(RequestTrace.PROPERTY)).ifPresent(holder::identify);
        audit.note(holder.event(AuditKind.SIGNED_IN, CredentialsFilter.address(request)));
        yield begin(holder, isEncrypted(request));
      }
    };
  }

  private Response begin(Caller.OfTenant holder, boolean encrypted) {
    Sessions.Session session = sessions.begin(holder.keyId());
    return Response.ok(
            new SessionView(
                view(holder), holder.role(), holder.keyId(), Optional.of(session.expiresAt())))
        .cookie(SessionCookie.of(session.token(), sessions.lifetime(), encrypted))
        .build();
  }

  /** Tells whose session it is, or whose key. */
  @GET
  @RolesAllowed({
    Permission.Names.INGEST,
    Permission.Names.READ,
    Permission.Names.MANAGE,
    Permission.Names.ADMINISTER
  })
  @Operation(operationId = "getSession", summary = "Tells whose session it is, or whose key")
  public SessionView present(@Auth Caller caller) {
    return new SessionView(view(caller), caller.role(), caller.getName(), Optional.empty());
  }

  /** Signs out, signed in or not. */
  @DELETE
  @Operation(operationId = "signOut", summary = "Signs out, signed in or not")
  @ApiResponse(responseCode = "204", description = "The cookie is taken away.")
  public Response end(@Context ContainerRequestContext request) {
    if (Credentials.read(request::getHeaderString, CredentialsFilter.address(request)).orElse(null)
        instanceof Credentials.Session session) {
      Optional<Caller> caller = authentication.known(session);
      sessions
          .open(session.token())
          .filter(open -> !ended.contains(open))
          .ifPresent(open -> ended.end(open, clock.instant()));
      if (caller.orElse(null) instanceof Caller.OfTenant holder) {
        RequestTrace.of(request.getProperty(RequestTrace.PROPERTY)).ifPresent(holder::identify);
        audit.note(holder.event(AuditKind.SIGNED_OUT, CredentialsFilter.address(request)));
      }
    }
    return Response.noContent().cookie(SessionCookie.none(isEncrypted(request))).build();
  }

  private TenantView view(Caller caller) {
    return TenantView.of(caller.tenant(), clock.instant());
  }

  private static boolean isEncrypted(ContainerRequestContext request) {
    return request.getProperty(ClientConnection.PROPERTY) instanceof ClientConnection line
        ? line.isEncrypted()
        : request.getSecurityContext().isSecure();
  }
}
