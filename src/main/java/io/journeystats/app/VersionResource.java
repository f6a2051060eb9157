package io.journeystats.app;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The version of the service. */
@Path("/api/v1/version")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service", description = "The service itself; requires no API key.")
public final class VersionResource {

  /** Returns the version of the build; "development" outside a package. */
  @GET
  @Operation(operationId = "getVersion", summary = "Returns the version of the service")
  public Version version() {
    return new Version(build());
  }

  /** Returns the version of the build; "development" outside a package. */
  static String build() {
    return Optional.ofNullable(VersionResource.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** The API representation of the version. */
  public record Version(String version) {}
}
