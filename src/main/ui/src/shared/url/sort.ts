/** The order of a table as the address holds it: a column's key, with `-` in front for descending. */
export type Sort = string

/** Its column. */
export function sortKey(sort: Sort | undefined): string | undefined {
  return sort?.replace(/^-/, '')
}

/** Whether it descends. */
export function isDescending(sort: Sort | undefined): boolean {
  return sort?.startsWith('-') ?? false
}

/** The order after a click on a column's head: largest first (or smallest, as of names), the other way, as it was. */
export function nextSort(sort: Sort | undefined, key: string, ascendsFirst = false): Sort | undefined {
  const [first, second] = ascendsFirst ? [key, `-${key}`] : [`-${key}`, key]
  if (sortKey(sort) !== key) {
    return first
  }
  return sort === first ? second : undefined
}

/** Rows in order, what has no value last in either direction. */
export function sorted<Row>(
  rows: readonly Row[],
  sort: Sort | undefined,
  valueOf: (row: Row, key: string) => string | number | null | undefined,
): readonly Row[] {
  const key = sortKey(sort)
  if (key === undefined) {
    return rows
  }
  const sign = isDescending(sort) ? -1 : 1
  return rows.toSorted((left, right) => {
    const a = valueOf(left, key) ?? null
    const b = valueOf(right, key) ?? null
    if (a === null || b === null) {
      return Number(a === null) - Number(b === null)
    }
    return sign * (typeof a === 'string' ? a.localeCompare(String(b), 'en') : a - Number(b))
  })
}
