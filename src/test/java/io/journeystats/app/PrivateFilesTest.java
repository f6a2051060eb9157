package io.journeystats.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
  @TempDir Path directory;

  @BeforeEach
  void requiresPosixPermissions() {
    assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
  }

  @Test
  void newFilesArePrivate() throws IOException, InterruptedException {
    PrivateFiles.restrictNew();
    Path made = Files.createDirectories(directory.resolve("a/b"));
    Path file = Files.writeString(made.resolve("file"), "x");
    Path ofChild = made.resolve("of-child");
    assertThat(new ProcessBuilder("touch", ofChild.toString()).start().waitFor()).isZero();
    assertThat(permissions(directory.resolve("a"))).isEqualTo("rwx------");
    assertThat(permissions(made)).isEqualTo("rwx------");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(ofChild)).isEqualTo("rw-------");
  }

  @Test
  void restrictsExistingFiles() throws IOException {
    Path tree = directory.resolve("tree");
    Path inner = Files.createDirectories(tree.resolve("inner"));
    Path file = Files.writeString(inner.resolve("file"), "x");
    Path program = Files.writeString(inner.resolve("program"), "x");
    open(inner, "rwxrwxrwx");
    open(tree, "rwxr-xr-x");
    open(file, "rw-r--r--");
    open(program, "r-xr-xr-x");
    PrivateFiles.restrictTree(tree);
    assertThat(permissions(tree)).isEqualTo("rwx------");
    assertThat(permissions(inner)).isEqualTo("rwx------");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(program)).isEqualTo("r-x------");
  }

  @Test
  void doesNotFollowLinks() throws IOException {
    Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "x");
    open(elsewhere, "rw-r--r--");
    Path tree = Files.createDirectories(directory.resolve("tree"));
    Files.createSymbolicLink(tree.resolve("link"), elsewhere);
    PrivateFiles.restrictTree(tree);
    assertThat(permissions(elsewhere)).isEqualTo("rw-r--r--");
  }

  @Test
  void doesNotCreateMissingFiles() {
    PrivateFiles.restrictTree(directory.resolve("missing"));
    assertThat(directory.resolve("missing")).doesNotExist();
  }

  private static void open(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
