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

/**
 * The sign-in and sign-out of the web application: an API key is exchanged for a session cookie.
 */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "Sign-in and sign-out of the web application.")
public final class SessionResource {
  private final AuthenticationFeature authentication;
  private final Sessions sessions;
  private final EndedSessions ended;
  private final InstantSource clock;
  private final AuditLog audit;

  /**
   * Creates the resource.
   *
   * @param authentication authenticates keys
   * @param sessions creates sessions
   * @param ended records ended sessions
   * @param clock the clock
   * @param audit records sign-ins and sign-outs
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

  /** Signs in with an API key of a tenant. */
  @POST
  @Operation(
      operationId = "signIn",
      summary = "Signs in with an API key of a tenant",
      description = "The response sets a session cookie that scripts cannot read.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  @ApiResponse(responseCode = "401", description = "The API key is unknown or was revoked.")
  @ApiResponse(responseCode = "403", description = "The operator's key cannot sign in.")
  @ApiResponse(responseCode = "429", description = "Too many unknown API keys were tried.")
  public Response begin(SessionForm form, @Context ContainerRequestContext request) {
    Optional<Caller> caller =
        authentication.authenticate(
            new Credentials.Key(form.checked(), CredentialsFilter.address(request)));
    return switch (caller.orElseThrow(CredentialsFilter::unknownKey)) {
      case Caller.Operator _ ->
          throw new ForbiddenException(
              "The operator's key cannot sign in; it has no access to a tenant's data.");
      case Caller.OfTenant holder -> {
        RequestTrace.of(request.getProperty(RequestTrace.PROPERTY)).ifPresent(holder::identify);
        audit.record(holder.event(AuditKind.SIGNED_IN, CredentialsFilter.address(request)));
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

  /** Returns the tenant and role of the session or API key. */
  @GET
  @RolesAllowed({
    Permission.Names.INGEST,
    Permission.Names.READ,
    Permission.Names.MANAGE,
    Permission.Names.ADMINISTER
  })
  @Operation(
      operationId = "getSession",
      summary = "Returns the tenant and role of the session or API key")
  public SessionView present(@Auth Caller caller) {
    return new SessionView(view(caller), caller.role(), caller.getName(), Optional.empty());
  }

  /** Signs out; has no effect without a session. */
  @DELETE
  @Operation(operationId = "signOut", summary = "Signs out; has no effect without a session")
  @ApiResponse(responseCode = "204", description = "The session cookie is deleted.")
  public Response end(@Context ContainerRequestContext request) {
    if (Credentials.read(request::getHeaderString, CredentialsFilter.address(request)).orElse(null)
        instanceof Credentials.Session session) {
      Optional<Caller> caller = authentication.authenticateFromMemory(session);
      sessions
          .open(session.token())
          .filter(open -> !ended.contains(open))
          .ifPresent(open -> ended.end(open, clock.instant()));
      if (caller.orElse(null) instanceof Caller.OfTenant holder) {
        RequestTrace.of(request.getProperty(RequestTrace.PROPERTY)).ifPresent(holder::identify);
        audit.record(holder.event(AuditKind.SIGNED_OUT, CredentialsFilter.address(request)));
      }
    }
    return Response.noContent().cookie(SessionCookie.none(isEncrypted(request))).build();
  }

  private TenantView view(Caller caller) {
    return TenantView.of(caller.tenant(), clock.instant());
  }

  private static boolean isEncrypted(ContainerRequestContext request) {
    return request.getProperty(ClientConnection.PROPERTY) instanceof ClientConnection connection
        ? connection.isEncrypted()
        : request.getSecurityContext().isSecure();
  }
}
