package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Lists;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.journeystats.testing.TestService;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of events, changes and answers when the disk of the engine has no byte or no inode
 * left. It needs to mount a file system, so it is skipped for all but root.
 */
@Tag("nightly")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FullDiskIT {
  private static final int BATCH = 40;
  private static final byte[] FILLING = new byte[1 << 16];

  /** What the disk runs out of. */
  enum Shortage {
    BYTES("size=1g") {
      @Override
      void fill(Path directory) throws IOException {
        // To the last byte: what is too large for the rest may fit in smaller pieces.
        for (int size = FILLING.length; size > 0; size /= 16) {
          try (OutputStream file = Files.newOutputStream(directory.resolve("filling-" + size))) {
            while (true) {
              file.write(FILLING, 0, size);
            }
          } catch (IOException full) {
            // As it should be.
          }
        }
      }
    },
    INODES("size=1g,nr_inodes=20000") {
      @Override
      void fill(Path directory) throws IOException {
        long number = 0;
        try {
          while (true) {
            Files.createFile(directory.resolve(Long.toString(number++)));
          }
        } catch (IOException full) {
          assertThat(number).isPositive();
        }
      }
    };

    private final String options;

    Shortage(String options) {
      this.options = options;
    }

    /** Leaves nothing. */
    abstract void fill(Path directory) throws IOException;
  }

  /** A file system of its own, in memory. */
  private record Disk(Path directory) implements AutoCloseable {
    static Disk mount(Shortage shortage) throws IOException {
      Path directory =
          Files.createDirectories(
              Path.of("target", "test-full-disk", shortage + "-" + ProcessHandle.current().pid()));
      int exit = run("mount", "-t", "tmpfs", "-o", shortage.options, "tmpfs", directory.toString());
      Assumptions.assumeTrue(exit == 0, "a file system cannot be mounted here");
      return new Disk(directory);
    }

    private static int run(String... command) throws IOException {
      return new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
    }

    @Override
    public void close() throws IOException {
      run("umount", "--lazy", directory.toString());
      Files.delete(directory);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRefusedOnAFullDiskCanBeSentAgainAndWhatIsAcceptedStays(Shortage shortage)
      throws IOException {
    try (Disk disk = Disk.mount(shortage);
        TestService service = TestService.startEmbedded(disk.directory().resolve("data"))) {
      ServiceUnderTest underTest = new ServiceUnderTest.Own(service);
      Instant now = underTest.setClock(RandomWorld.bestNow(21));
      RandomWorld world = RandomWorld.of(21, now);
      TestTenant tenant = TestTenant.create(underTest, world.zone().getId());
      Client manager = tenant.client("manage");
      world.journeys().forEach(journey -> manager.post("journeys", journey).json(201));
      Client ingestor = tenant.client("ingest");
      Comparison comparison = new Comparison(underTest, world, tenant.client("read"));
      List<ObjectNode> events = new ArrayList<>(world.events());
      Collections.shuffle(events, new Random(21));
      List<List<ObjectNode>> batches = Lists.partition(events, BATCH);
      List<List<ObjectNode>> before = batches.subList(0, batches.size() / 2);
      before.forEach(batch -> ingestor.post("events", Json.array(batch)).json(200));

      Path filling = Files.createDirectory(disk.directory().resolve("filling"));
      shortage.fill(filling);
      List<List<ObjectNode>> refused = new ArrayList<>();
      for (List<ObjectNode> batch : batches.subList(before.size(), batches.size())) {
        // Whatever found a place that the engine freed meanwhile is accepted, and stays.
        Answer answer = ingestor.post("events", Json.array(batch));
        if (answer.status() != 200) {
          Problems.unavailable(answer);
          refused.add(batch);
        }
      }
      assertThat(refused).isNotEmpty();
      JsonNode journey = world.journeys().getFirst();
      String title = title(manager, journey);
      Answer change = rename(manager, journey);
      if (change.status() != 200) {
        Problems.unavailable(change);
      }

      MoreFiles.deleteDirectoryContents(filling, RecursiveDeleteOption.ALLOW_INSECURE);
      PatientSender sender = new PatientSender();
      refused.forEach(batch -> sender.send(() -> ingestor.post("events", Json.array(batch))));
      comparison.add(events);
      comparison.compare("after the disk was full", 20);
      assertThat(title(manager, journey)).isEqualTo(change.status() == 200 ? "Renamed" : title);
      sender.send(() -> rename(manager, journey));
      assertThat(title(manager, journey)).isEqualTo("Renamed");
    }
  }

  private static String title(Client manager, JsonNode journey) {
    return manager.get("journeys/" + journey.get("id").textValue()).json(200).get("title").asText();
  }

  private static Answer rename(Client manager, JsonNode journey) {
    return manager.patch("journeys/" + journey.get("id").textValue(), "{\"title\": \"Renamed\"}");
  }
}
