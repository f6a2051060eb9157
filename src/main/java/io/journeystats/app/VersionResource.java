package io.journeystats.app;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Which version of the service answers. */
@Path("/api/v1/version")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service", description = "The service itself; needs no key.")
public final class VersionResource {

  /** The version of the build; "development" outside a package. */
  @GET
  @Operation(operationId = "getVersion", summary = "Which version of the service answers")
  public Version version() {
    return new Version(build());
  }

  /** The version of the build; "development" outside a package. */
  static String build() {
    return Optional.ofNullable(VersionResource.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** The answer. */
  public record Version(String version) {}
}
