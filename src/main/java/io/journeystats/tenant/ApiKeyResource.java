package io.journeystats.tenant;

import io.dropwizard.auth.Auth;
import io.journeystats.http.InputErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API keys of a tenant, for the operator and the tenant's admins. */
@Path("/api/v1/tenants/{tenant}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Permission.Names.OPERATE, Permission.Names.ADMINISTER})
@Tag(name = "Tenants")
public final class ApiKeyResource {
  private static final int MAXIMUM_NAME = 200;

  private final Tenants tenants;

  /** Creates the resource. */
  public ApiKeyResource(Tenants tenants) {
    this.tenants = tenants;
  }

  /** Issues a key. This response is the only one that contains the secret. */
  @POST
  @Operation(
      operationId = "issueKey",
      summary = "Issues a key",
      description = "The key's secret is returned only in this response.")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = IssuedKey.class)))
  @ApiResponse(responseCode = "409", description = "The tenant has the maximum number of keys.")
  public Response issue(
      @Auth Caller caller, @PathParam("tenant") String tenant, KeyForm form, @Context UriInfo uri) {
    TenantId id = caller.visible(tenant);
    IssuedKey key = tenants.issueKey(id, form.checkedRole(), form.checkedName(), caller.getName());
    return Response.created(uri.getAbsolutePathBuilder().path(key.id()).build())
        .entity(key)
        .build();
  }

  /** Lists the active keys, without secrets. */
  @GET
  @Operation(operationId = "listKeys", summary = "Lists the active keys, without secrets")
  public KeyList list(@Auth Caller caller, @PathParam("tenant") String tenant) {
    return new KeyList(
        tenants.keys(caller.visible(tenant)).stream().map(KeyList.Entry::of).toList());
  }

  /** Revokes a key with immediate effect. */
  @DELETE
  @Path("/{key}")
  @Operation(operationId = "revokeKey", summary = "Revokes a key with immediate effect")
  public void revoke(
      @Auth Caller caller, @PathParam("tenant") String tenant, @PathParam("key") String key) {
    tenants.revokeKey(caller.visible(tenant), key, caller.getName());
  }

  /**
   * The unvalidated request for a key.
   *
   * @param role a tenant role
   * @param name a display name
   */
  record KeyForm(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"ingest", "read", "manage", "admin"})
          @Nullable String role,
      @Schema(minLength = 1, maxLength = MAXIMUM_NAME) @Nullable String name) {
    private Role checkedRole() {
      InputErrors errors = new InputErrors();
      Optional<Role> known =
          Arrays.stream(Role.values())
              .filter(candidate -> candidate != Role.OPERATOR && candidate.key().equals(role))
              .findFirst();
      errors.require(known.isPresent(), "role", "must be one of ingest, read, manage, admin");
      checkName(errors);
      errors.throwIfAny();
      return known.orElseThrow();
    }

    private Optional<String> checkedName() {
      return Optional.ofNullable(name);
    }

    private void checkName(InputErrors errors) {
      if (name != null) {
        var _ = errors.text("name", name, MAXIMUM_NAME);
      }
    }
  }

  /**
   * The list of keys.
   *
   * @param keys the active keys, oldest first
   */
  public record KeyList(List<Entry> keys) {
    /**
     * A key without its secret.
     *
     * @param id the key's public id
     * @param role the key's role
     * @param name the display name, if any
     * @param createdAt when it was issued
     * @param createdBy the id of the key that issued it, or {@code operator}
     */
    @Schema(name = "ApiKey")
    public record Entry(
        String id, Role role, Optional<String> name, Instant createdAt, String createdBy) {
      private static Entry of(ApiKey key) {
        return new Entry(key.id(), key.role(), key.name(), key.createdAt(), key.createdBy());
      }
    }
  }
}
