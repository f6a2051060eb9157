package io.journeystats.journey;

/**
 * The memory budget for the journeys of all tenants.
 *
 * @param definitionBytes the bytes for definitions; further definitions are read from the store on
 *     demand
 * @param journeys the maximum number of journeys, whose list entries stay in memory
 */
public record CatalogueMemory(long definitionBytes, long journeys) {
  private static final int PART_FOR_DEFINITIONS = 6;

  /** A journey takes up to 3 KiB, and all journeys take at most a third of the heap. */
  private static final int BYTES_PER_JOURNEY = 10 << 10;

  /** Returns a budget in proportion to the heap. */
  public static CatalogueMemory ofHeap() {
    long heap = Runtime.getRuntime().maxMemory();
    return new CatalogueMemory(heap / PART_FOR_DEFINITIONS, heap / BYTES_PER_JOURNEY);
  }

  /** Returns the bytes for compressed definitions: two thirds. */
  long compressedBytes() {
    return definitionBytes * 2 / 3;
  }

  /** Returns the bytes for recently used, parsed definitions: one third. */
  long parsedBytes() {
    return definitionBytes / 3;
  }
}
