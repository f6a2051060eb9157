package io.journeystats.journey;

/**
 * How much memory journeys may take, of all tenants together.
 *
 * @param definitionBytes that of definitions; those beyond are read from the store when needed
 * @param journeys how many journeys there may be: what lists show of each stays in memory
 */
public record CatalogueMemory(long definitionBytes, long journeys) {
  private static final int PART_FOR_DEFINITIONS = 6;

  /** A journey takes up to 3 KiB, and all of them no more than a third of the heap. */
  private static final int JOURNEY = 10 << 10;

  /** What suits the heap. */
  public static CatalogueMemory ofHeap() {
    long heap = Runtime.getRuntime().maxMemory();
    return new CatalogueMemory(heap / PART_FOR_DEFINITIONS, heap / JOURNEY);
  }

  /** Two thirds of the definitions' memory, for all that find room there compressed. */
  long packedBytes() {
    return definitionBytes * 2 / 3;
  }

  /** One third, for those lately asked for, ready to use. */
  long readyBytes() {
    return definitionBytes / 3;
  }
}
