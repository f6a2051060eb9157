package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.journeystats.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the files of the service, started as it is shipped, are open to. */
class DataDirectoryIT {
  @TempDir Path directory;

  @Test
  void nobodyElseReadsWhatTheServiceKeepsOrKept() throws IOException, InterruptedException {
    assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path data = directory.resolve("data");
    // What an earlier version left behind.
    Path exports = makeOpen(Files.createDirectories(data.resolve("exports")));
    Path old = makeOpen(Files.writeString(exports.resolve("old.csv"), "secret"));
    Path log = makeOpen(Files.createDirectories(data.resolve("log")));
    makeOpen(Files.writeString(log.resolve("access.log"), "secret"));
    makeOpen(Files.writeString(log.resolve("access-2026-05-12.log.gz"), "secret"));
    makeOpen(Files.writeString(data.resolve("demo.json"), "secret"));
    makeOpen(data);
    ServiceProcess service = ServiceProcess.startAsShipped(data);
    try {
      var running = new ServiceUnderTest.Running(service.baseUri(), service.operatorKey());
      Client reader = TestTenant.create(running, "UTC").client("read");
      CampaignFile.download(reader, Json.object().put("kind", "journeys").put("period", "30d"));
      Client referred =
          new Client(running.baseUri(), List.of("Referer", "http://localhost/?search=somebody"));
      assertThat(referred.get("journeys?access_token=jsk_of-somebody&q=somebody").status())
          .isEqualTo(401);
      // Written only after the answer; this one comes later.
      reader.get("exports").json(200);
      assertThat(data.resolve("log/access.log"))
          .content()
          .contains("\"POST /api/v1/exports HTTP/1.1\" 202")
          .contains("\"GET /api/v1/journeys HTTP/1.1\" 401")
          .doesNotContain("somebody", "?");
      assertThat(exports).isDirectoryContaining(file -> !file.equals(old));
      assertThat(data.resolve("clickhouse/store")).isNotEmptyDirectory();
      assertThat(openToOthers(data)).isEmpty();
    } finally {
      service.kill();
    }
  }

  private static Path makeOpen(Path path) throws IOException {
    String permissions = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static List<String> openToOthers(Path root) throws IOException, InterruptedException {
    // find(1) goes on where the engine removes a file meanwhile; links have no permissions.
    Process find =
        new ProcessBuilder("find", root.toString(), "!", "-type", "l", "-perm", "/077").start();
    try (Stream<String> lines = find.inputReader().lines()) {
      return lines.toList();
    } finally {
      find.waitFor();
    }
  }
}
