/** The key that did something, by its name if the caller may see names. */
export function authorInWords(by: string, ownKey: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(by) ?? by
  return by === ownKey ? `${name} (your key)` : name
}
