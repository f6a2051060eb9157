/** Whether the drawer of exports is open, as the address holds it. */
export interface ExportsSearch {
  readonly exports?: true
}

/** Reads it out of an address. */
export function readExports(search: Record<string, unknown>): ExportsSearch {
  return search.exports === true ? { exports: true } : {}
}

/** The same address with the drawer open, or closed. */
export function withExports(search: Record<string, unknown>, opened: boolean): Record<string, unknown> {
  const { exports: _, ...others } = search
  return opened ? { ...others, exports: true } : others
}
