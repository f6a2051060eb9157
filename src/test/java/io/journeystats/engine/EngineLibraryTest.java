package io.journeystats.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineLibraryTest {
  @TempDir Path directory;
  private Path processorInfo;

  @BeforeEach
  void describeAProcessor() throws IOException {
    processorInfo = Files.writeString(directory.resolve("cpuinfo"), "flags\t\t: avx avx2 bmi1\n");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x64-gnu",
    "Linux, aarch64, linux-arm64-gnu",
    "Mac OS X, x86_64, darwin-x64",
    "Mac OS X, aarch64, darwin-arm64"
  })
  void findsThePackageOfThePlatform(String system, String architecture, String platform)
      throws IOException {
    var folder = directory.resolve("node_modules/@chdb/lib-" + platform);
    var library = Files.createFile(Files.createDirectories(folder).resolve("libchdb.so"));
    assertThat(EngineLibrary.find(directory, system, architecture, processorInfo))
        .isEqualTo(library);
  }

  @Test
  void namesTheCommandThatInstallsAMissingPackage() {
    assertThatThrownBy(() -> EngineLibrary.find(directory, "Linux", "amd64", processorInfo))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("is not installed")
        .hasMessageContaining("npm ci --prefix " + directory);
  }

  @Test
  void saysThatTheProcessorLacksAvx2() throws IOException {
    Files.writeString(processorInfo, "flags\t\t: avx bmi1\n");
    assertThatThrownBy(() -> EngineLibrary.find(directory, "Linux", "amd64", processorInfo))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("lacks AVX2");
  }

  @ParameterizedTest
  @CsvSource({"Windows 11, amd64", "Linux, riscv64"})
  void reportsAnUnsupportedPlatform(String system, String architecture) {
    assertThatThrownBy(() -> EngineLibrary.find(directory, system, architecture, processorInfo))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no embedded ClickHouse for " + system + " on " + architecture);
  }
}
