/** Any base will do: an address of ours keeps it, another one does not. */
const BASE = 'https://own.invalid'

/** An address within this application as it is to be opened, or nothing where it leads elsewhere. */
export function ownAddress(address: unknown): string | undefined {
  if (typeof address !== 'string' || !address.startsWith('/') || !URL.canParse(address, BASE)) {
    return undefined
  }
  // Browsers drop some characters and turn others round before they look where an address leads.
  const url = new URL(address, BASE)
  return url.origin === BASE && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : undefined
}
