package io.journeystats.journey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.luben.zstd.Zstd;
import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.ChangeLog;
import java.nio.charset.StandardCharsets;

/**
 * A bounded cache of journey definitions: compressed, and parsed if recently used. Evicted
 * definitions are read from the log by the position of the change that contains them.
 */
final class Definitions {
  /** The overhead of a cache entry in bytes. */
  private static final int ENTRY_BYTES = 150;

  /** The approximate ratio of a parsed definition's heap size to its JSON. */
  private static final int OBJECT_BYTES_PER_BYTE = 5;

  private final ChangeLog log;
  private final Cache<Long, byte[]> compressed;
  private final Cache<Long, Parsed> parsed;

  /** A parsed definition and its approximate size. */
  private record Parsed(Definition definition, int bytes) {}

  /**
   * Creates an empty cache.
   *
   * @param log the log with all definitions
   * @param memory the memory budget
   */
  Definitions(ChangeLog log, CatalogueMemory memory) {
    this.log = log;
    // Eviction runs in the calling thread: the bound must not wait for another thread.
    this.compressed =
        Caffeine.newBuilder()
            .maximumWeight(memory.compressedBytes())
            .weigher((Long _, byte[] bytes) -> ENTRY_BYTES + bytes.length)
            .executor(Runnable::run)
            .build();
    this.parsed =
        Caffeine.newBuilder()
            .maximumWeight(memory.parsedBytes())
            .weigher((Long _, Parsed definition) -> ENTRY_BYTES + definition.bytes())
            .executor(Runnable::run)
            .build();
  }

  /** Adds the definition of a change. */
  void add(Change change) {
    compressed.put(change.position(), compress(change));
  }

  /** Removes a definition that is no longer current. */
  void remove(long position) {
    compressed.invalidate(position);
    parsed.invalidate(position);
  }

  /**
   * Returns the definition that a change contains.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException if the definition is not cached
   *     and the store does not respond
   */
  Definition of(long position) {
    return parsed.get(position, this::read).definition();
  }

  private Parsed read(long position) {
    byte[] found = compressed.get(position, missing -> compress(log.at(missing)));
    byte[] json = Zstd.decompress(found, Math.toIntExact(Zstd.getFrameContentSize(found)));
    return new Parsed(
        JourneyChange.read(json).newDefinition().orElseThrow(),
        OBJECT_BYTES_PER_BYTE * json.length);
  }

  private static byte[] compress(Change change) {
    return Zstd.compress(change.payload().getBytes(StandardCharsets.UTF_8));
  }
}
