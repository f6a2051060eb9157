package io.journeystats.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.testing.HttpService;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServedPathsTest {
  @Test
  void knowsTheResourcesOfJerseyAndOtherPaths() {
    ServedPaths paths = new ServedPaths(List.of("/pages/{page}"));
    try (var _ =
        HttpService.start(environment -> {
          environment.jersey().register(paths);
          environment.jersey().register(new Things());
        })) {
      KnownPaths known = paths.known();
      assertThat(known.shown("/things")).isEqualTo("/things");
      assertThat(known.shown("/things/a-1/parts")).isEqualTo("/things/a-1/parts");
      assertThat(known.shown("/things/a-1/secret")).isEqualTo("/things/a-1/…");
      assertThat(known.shown("/things/ann@example.com/parts")).isEqualTo("/things/…/parts");
      assertThat(known.shown("/pages/1")).isEqualTo("/pages/1");
      assertThat(known.shown("/elsewhere")).isEqualTo("/…");
    }
  }

  @Test
  void knowsNoneBeforeJerseyHasStarted() {
    assertThat(new ServedPaths(List.of("/pages")).known()).isSameAs(KnownPaths.NONE);
  }

  /** Its paths have slashes where those of resources may have them. */
  @Path("things/")
  public static final class Things {
    /** All. */
    @GET
    public String all() {
      return "";
    }

    /** A resource below. */
    @GET
    @Path("/{thing}/parts/")
    public String parts(@PathParam("thing") String thing) {
      return thing;
    }
  }
}
