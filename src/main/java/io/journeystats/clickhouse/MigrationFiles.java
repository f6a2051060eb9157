package io.journeystats.clickhouse;

import com.google.common.io.Resources;
import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** A reader of the migrations that are packaged with the service. */
final class MigrationFiles {
  private MigrationFiles() {}

  /**
   * Returns the migrations in a folder of the class path, in order.
   *
   * @param folder the folder, such as {@code migrations}
   */
  static List<Migration> read(String folder) {
    try {
      var migrations =
          ClassPath.from(MigrationFiles.class.getClassLoader()).getResources().stream()
              .map(ClassPath.ResourceInfo::getResourceName)
              .filter(name -> name.startsWith(folder + "/") && name.endsWith(".sql"))
              .map(name -> Migration.of(name.substring(folder.length() + 1), text(name)))
              .sorted(Comparator.comparingInt(Migration::version))
              .toList();
      for (int i = 0; i < migrations.size(); i++) {
        if (migrations.get(i).version() != i + 1) {
          throw new MigrationException(
              "The migrations are not numbered from 1 without gaps: %s is at position %d."
                  .formatted(migrations.get(i), i + 1));
        }
      }
      return migrations;
    } catch (IOException e) {
      throw new MigrationException("The migrations cannot be read.", e);
    }
  }

  private static String text(String resource) {
    try {
      return Resources.toString(Resources.getResource(resource), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new MigrationException("The migration %s cannot be read.".formatted(resource), e);
    }
  }
}
