package io.journeystats.clickhouse;

import com.google.common.io.Resources;
import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Reads the migrations that are packaged with the service. */
final class MigrationFiles {
  private MigrationFiles() {}

  /**
   * The migrations in a folder of the class path, in order.
   *
   * @param folder such as {@code migrations}
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
      for (int i = 1; i < migrations.size(); i++) {
        if (migrations.get(i).version() == migrations.get(i - 1).version()) {
          throw new MigrationException(
              "Two migrations have the same number: %s and %s."
                  .formatted(migrations.get(i - 1), migrations.get(i)));
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
