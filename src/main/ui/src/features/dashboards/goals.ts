const LEADING = 5

/** The items shown before all others: all if they are few, else those with the largest values, in their order. */
export function leading<Item>(items: readonly Item[], valueOf: (item: Item) => number): readonly Item[] {
  if (items.length <= LEADING) {
    return items
  }
  const largest = items.toSorted((left, right) => valueOf(right) - valueOf(left)).slice(0, LEADING)
  return items.filter((item) => largest.includes(item))
}
