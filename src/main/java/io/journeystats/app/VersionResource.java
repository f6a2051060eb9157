package io.journeystats.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Which version of the service answers. */
@Path("/api/v1/version")
@Produces(MediaType.APPLICATION_JSON)
public final class VersionResource {

  /** The version of the build; "development" outside a package. */
  @GET
  public Version version() {
    return new Version(
        Optional.ofNullable(VersionResource.class.getPackage().getImplementationVersion())
            .orElse("development"));
  }

  /** The answer. */
  public record Version(String version) {}
}
