package io.journeystats.engine;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The data directory of the embedded ClickHouse and its configuration files.
 *
 * @param directory the absolute path of the data directory
 */
record EngineFiles(Path directory) {
  /** The engine's user for the service. */
  static final String USER = "journey_stats";

  EngineFiles {
    directory = directory.toAbsolutePath().normalize();
  }

  Path configuration() {
    return directory.resolve("config.xml");
  }

  private Path users() {
    return directory.resolve("users.xml");
  }

  /** Locked by the service while it uses the directory. */
  Path ownerLock() {
    return directory.resolve("owner.lock");
  }

  /** Locked by the engine's process while it runs, which may be slightly longer. */
  Path processLock() {
    return directory.resolve("process.lock");
  }

  /** The output of the process: an error message if it cannot start. */
  Path output() {
    return directory.resolve("log/clickhouse.out");
  }

  /** Creates the directories, accessible to the owner only. */
  void createDirectories() {
    try {
      Files.createDirectories(directory);
      ownerOnly(directory, "rwx------");
      Files.createDirectories(directory.resolve("log"));
    } catch (IOException e) {
      throw new EngineException(
          "Cannot create or write to the data directory %s.".formatted(directory), e);
    }
  }

  /** Writes the configuration of the next start. */
  void write(ClickHouseEndpoint endpoint, long maxMemoryBytes, int processors) {
    try {
      writeOwnerOnly(configuration(), configuration(endpoint, maxMemoryBytes, processors));
      writeOwnerOnly(users(), users(endpoint.password()));
    } catch (IOException e) {
      throw new EngineException("Cannot write to the data directory %s.".formatted(directory), e);
    }
  }

  /**
   * Returns the configuration. Its HTTP handlers require the service's credentials: every other
   * request gets 404 on any path, so the user without a password is unreachable. The service may
   * hold a reservation of the port on which the engine listens.
   */
  private String configuration(ClickHouseEndpoint endpoint, long maxMemoryBytes, int processors) {
    return """
    <!-- Written at every start of the service; changes are lost. -->
    <clickhouse>
      <listen_host>%s</listen_host>
      <listen_reuse_port>1</listen_reuse_port>
      <http_port>%d</http_port>
      <http_handlers>
        <rule>
          <url>/ping</url>
          <headers><Authorization>%s</Authorization></headers>
          <handler><type>ping</type></handler>
        </rule>
        <rule>
          <headers><Authorization>%s</Authorization></headers>
          <handler>
            <type>dynamic_query_handler</type>
            <query_param_name>query</query_param_name>
          </handler>
        </rule>
      </http_handlers>
      <path>%s/</path>
      <users_config>%s</users_config>
      <logger>
        <level>information</level>
        <log>%s/clickhouse.log</log>
        <errorlog>%s/clickhouse.err.log</errorlog>
        <size>20M</size>
        <count>3</count>
      </logger>
      <!-- Texts in statements may be user ids, which must not be logged. -->
      <query_masking_rules>
        <rule><name>texts</name><regexp>'(?:[^'\\\\]|\\\\.|'')*'</regexp><replace>'...'</replace></rule>
      </query_masking_rules>
      <max_server_memory_usage>%d</max_server_memory_usage>
      <mark_cache_size>268435456</mark_cache_size>
      <uncompressed_cache_size>67108864</uncompressed_cache_size>
      <max_concurrent_queries>200</max_concurrent_queries>
      <background_pool_size>%d</background_pool_size>
      <background_schedule_pool_size>8</background_schedule_pool_size>
      <!-- Reduces wake-ups of an idle engine. -->
      <memory_worker_period_ms>500</memory_worker_period_ms>
      <asynchronous_metrics_update_period_s>10</asynchronous_metrics_update_period_s>
      <config_reload_interval_ms>3600000</config_reload_interval_ms>
      <keep_alive_timeout>60</keep_alive_timeout>
      <send_crash_reports><enabled>false</enabled></send_crash_reports>
    </clickhouse>
    """
        .formatted(
            endpoint.url().getHost(),
            endpoint.url().getPort(),
            endpoint.authorization(),
            endpoint.authorization(),
            escaped(directory.resolve("store")),
            escaped(users()),
            escaped(directory.resolve("log")),
            escaped(directory.resolve("log")),
            maxMemoryBytes,
            Math.clamp(processors, 2, 8));
  }

  /**
   * Returns the users. The engine always starts as {@code default} without a password. So that user
   * may run the two statements of the start, {@link EngineProcess#STATEMENTS}, and nothing else.
   */
  private static String users(String password) {
    return """
    <!-- Written at every start of the service; changes are lost. -->
    <clickhouse>
      <profiles><default><implicit_select>0</implicit_select></default></profiles>
      <users>
        <default>
          <no_password/>
          <networks><ip>127.0.0.1</ip></networks>
          <profile>default</profile>
          <quota>start</quota>
          <grants>
            <query>GRANT SYSTEM LISTEN ON *.*</query>
            <query>GRANT SELECT ON system.numbers</query>
          </grants>
        </default>
        <%1$s>
          <password_sha256_hex>%2$s</password_sha256_hex>
          <networks><ip>127.0.0.1</ip></networks>
          <profile>default</profile>
          <quota>unlimited</quota>
        </%1$s>
      </users>
      <quotas>
        <start><interval><duration>2000000000</duration><queries>2</queries></interval></start>
        <unlimited/>
      </quotas>
    </clickhouse>
    """
        .formatted(USER, sha256(password));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("SHA-256 is missing", e);
    }
  }

  private static String escaped(Path path) {
    return path.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void writeOwnerOnly(Path file, String text) throws IOException {
    if (Files.notExists(file)) {
      Files.createFile(file);
    }
    ownerOnly(file, "rw-------");
    Files.writeString(file, text);
  }

  private static void ownerOnly(Path path, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
