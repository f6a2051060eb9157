/** Whose key did something: by its name, where somebody who may know it looks. */
export function authorInWords(by: string, ownKey: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(by) ?? by
  return by === ownKey ? `${name} (your key)` : name
}
