package io.journeystats.journey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.luben.zstd.Zstd;
import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.ChangeLog;
import java.nio.charset.StandardCharsets;

/**
 * The steps and goals of journeys within a bounded memory: packed, those lately asked for ready to
 * use, and beyond the bound in the log only, by the position of the change that made them.
 */
final class Definitions {
  /** What an entry takes besides. */
  private static final int ENTRY = 150;

  /** About how many times the bytes of its JSON the objects of a definition take. */
  private static final int OBJECTS = 5;

  private final ChangeLog log;
  private final Cache<Long, byte[]> packed;
  private final Cache<Long, Ready> ready;

  /** A definition, and about how many bytes it takes. */
  private record Ready(Definition definition, int bytes) {}

  /**
   * Makes the memory, empty.
   *
   * @param log where all definitions are
   */
  Definitions(ChangeLog log, CatalogueMemory memory) {
    this.log = log;
    // Each caller that adds an entry evicts others: the bound must not wait for another thread.
    this.packed =
        Caffeine.newBuilder()
            .maximumWeight(memory.packedBytes())
            .weigher((Long _, byte[] bytes) -> ENTRY + bytes.length)
            .executor(Runnable::run)
            .build();
    this.ready =
        Caffeine.newBuilder()
            .maximumWeight(memory.readyBytes())
            .weigher((Long _, Ready definition) -> ENTRY + definition.bytes())
            .executor(Runnable::run)
            .build();
  }

  /** Takes a definition into memory. */
  void remember(Change change) {
    packed.put(change.position(), pack(change));
  }

  /** Forgets a definition that is no longer asked for. */
  void forget(long position) {
    packed.invalidate(position);
    ready.invalidate(position);
  }

  /**
   * The definition that a change made.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where it is not in memory and the
   *     store does not answer
   */
  Definition of(long position) {
    return ready.get(position, this::read).definition();
  }

  private Ready read(long position) {
    byte[] found = packed.get(position, missing -> pack(log.at(missing)));
    byte[] json = Zstd.decompress(found, Math.toIntExact(Zstd.getFrameContentSize(found)));
    return new Ready(JourneyChange.read(json).newDefinition().orElseThrow(), OBJECTS * json.length);
  }

  private static byte[] pack(Change change) {
    return Zstd.compress(change.payload().getBytes(StandardCharsets.UTF_8));
  }
}
