package io.journeystats.app;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The restriction of the service's files to the user that runs the service. Has no effect where
 * there are no POSIX permissions.
 */
final class PrivateFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
  private static final int OTHERS = 0077;
  private static final Set<PosixFilePermission> OWNER =
      Set.copyOf(PosixFilePermissions.fromString("rwx------"));

  private PrivateFiles() {}

  /**
   * Makes all files and directories private that this process or its children create from now on,
   * including those of libraries, such as logs.
   */
  @SuppressWarnings("restricted") // Java has no API for the process's umask.
  static void restrictNew() {
    if (!isPosix(Path.of(""))) {
      return;
    }
    var linker = Linker.nativeLinker();
    var umask =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("umask"), FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    try {
      var _ = (int) umask.invokeExact(OTHERS);
    } catch (Throwable impossible) {
      throw new LinkageError("cannot call umask()", impossible);
    }
  }

  /**
   * Makes an existing directory private, but not its contents.
   *
   * @throws IllegalStateException if it is accessible to others and belongs to another user
   */
  static void restrict(Path directory) {
    if (!isPosix(directory) || !Files.isDirectory(directory)) {
      return;
    }
    try {
      restrictOne(directory);
    } catch (IOException failure) {
      throw new IllegalStateException(
          ("The directory %s is accessible to other users and belongs to one of them, so the"
               + " service cannot restrict it: change its owner to the service's user (chown), or"
               + " configure a directory inside it.")
              .formatted(directory.toAbsolutePath()),
          failure);
    }
  }

  /** Makes an existing file, or a directory with all of its contents, private. */
  static void restrictTree(Path root) {
    restrict(root);
    if (!isPosix(root)) {
      return;
    }
    var visitor = new RestrictingVisitor();
    try {
      Files.walkFileTree(Files.isDirectory(root) ? root.toRealPath() : root, visitor);
    } catch (IOException failure) {
      visitor.failed(root);
    }
    if (visitor.failures > 0) {
      LOG.warn(
          "{} files in {} are accessible to other users and belong to one of them, among them {}.",
          visitor.failures,
          root,
          visitor.failed);
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void restrictOne(Path path) throws IOException {
    var present = Files.getPosixFilePermissions(path);
    if (!OWNER.containsAll(present)) {
      var own = EnumSet.copyOf(present);
      own.retainAll(OWNER);
      Files.setPosixFilePermissions(path, own);
    }
  }

  private static final class RestrictingVisitor extends SimpleFileVisitor<Path> {
    private int failures;
    private @Nullable Path failed;

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return restrict(directory);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return attributes.isSymbolicLink() ? FileVisitResult.CONTINUE : restrict(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      // An engine that is shutting down removes files.
      return failure instanceof NoSuchFileException ? FileVisitResult.CONTINUE : failed(file);
    }

    private FileVisitResult restrict(Path path) {
      try {
        restrictOne(path);
        return FileVisitResult.CONTINUE;
      } catch (IOException failure) {
        return visitFileFailed(path, failure);
      }
    }

    private FileVisitResult failed(Path path) {
      failures++;
      failed = path;
      return FileVisitResult.CONTINUE;
    }
  }
}
