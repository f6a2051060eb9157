import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, content, type Schemas } from '@/shared/api/client'
import { text } from '@/shared/url/views'

const statuses: readonly Schemas['JourneyStatus'][] = ['draft', 'active', 'paused', 'finished', 'stopped']
const types: readonly Schemas['JourneyType'][] = ['audience_based', 'trigger_based']
const sorts = ['created_at', '-created_at', 'title', '-title'] as const
const ROWS = 50

/** What the journeys list shows, as the address holds it. */
export interface JourneyListSearch {
  readonly status?: Schemas['JourneyStatus']
  readonly type?: Schemas['JourneyType']
  readonly category?: string
  readonly q?: string
  readonly sort?: (typeof sorts)[number]
}

/** Reads it out of an address. */
export function readJourneyList(search: Record<string, unknown>): JourneyListSearch {
  const status = statuses.find((candidate) => candidate === search.status)
  const type = types.find((candidate) => candidate === search.type)
  const sort = sorts.find((candidate) => candidate === search.sort)
  return {
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { type }),
    ...text(search, 'category'),
    ...text(search, 'q'),
    ...(sort === undefined ? {} : { sort }),
  }
}

/** The journeys, page by page. */
export function journeyListQuery(search: JourneyListSearch) {
  return infiniteQueryOptions({
    queryKey: ['journeys', search],
    queryFn: ({ signal, pageParam }) =>
      content(
        api.GET('/journeys', {
          params: { query: { ...search, limit: ROWS, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })
}
