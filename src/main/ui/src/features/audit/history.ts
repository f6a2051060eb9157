import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, content } from '@/shared/api/client'
import { kindWords, type Kind } from './words'

/** What the history shows. */
export interface HistorySearch {
  readonly kind?: Kind
}

/** Reads it out of an address. */
export function readHistory({ kind }: Record<string, unknown>): HistorySearch {
  return typeof kind === 'string' && Object.hasOwn(kindWords, kind) ? { kind: kind as Kind } : {}
}

const ENTRIES = 50

/** The history of the tenant, latest first, page by page. */
export function tenantHistoryQuery(tenant: string, { kind }: HistorySearch) {
  const query = { sort: '-at' as const, limit: ENTRIES, ...(kind === undefined ? {} : { kind }) }
  return infiniteQueryOptions({
    queryKey: ['tenant', tenant, 'history', query],
    queryFn: ({ signal, pageParam }) =>
      content(
        api.GET('/tenants/{tenant}/history', {
          params: { path: { tenant }, query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })
}
