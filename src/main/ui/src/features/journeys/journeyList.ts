import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, content, type Schemas } from '@/shared/api/client'
import { text } from '@/shared/url/views'

const statuses: readonly Schemas['JourneyStatus'][] = ['draft', 'active', 'paused', 'finished', 'stopped']
const types: readonly Schemas['JourneyType'][] = ['audience_based', 'trigger_based']
const sortColumns = [
  'title',
  'status',
  'category',
  'type',
  'created_at',
  'entrances',
  'in_journey_now',
  'goals_reached',
] as const
const sorts = sortColumns.flatMap((column) => [column, `-${column}` as const])
const ROWS = 50

/** The order unless another is chosen: the latest first. */
export const USUAL_SORT = '-created_at'

/** What the journeys list shows, as the address holds it. */
export interface JourneyListSearch {
  readonly status?: Schemas['JourneyStatus']
  readonly type?: Schemas['JourneyType']
  readonly category?: string
  readonly q?: string
  readonly sort?: (typeof sorts)[number]
}

/** Another choice of some of it; undefined is none. */
export type JourneyListChange = Partial<Record<keyof JourneyListSearch, string | undefined>>

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
    ...(sort === undefined || sort === USUAL_SORT ? {} : { sort }),
  }
}

/** The same address with another choice. */
export function withJourneyList<Search extends JourneyListSearch>(search: Search, change: JourneyListChange) {
  const { status, type, category, q, sort, ...others } = search
  return { ...others, ...readJourneyList({ status, type, category, q, sort, ...change }) }
}

/** The filters that show all journeys; the order is unchanged. */
export const NO_FILTERS: JourneyListChange = { status: undefined, type: undefined, category: undefined, q: undefined }

/** Whether some journeys may be left out. */
export function isFiltered({ status, type, category, q }: JourneyListSearch): boolean {
  return [status, type, category, q].some((filter) => filter !== undefined)
}

/** Whether a change only continues a search that is being typed, so that going back skips it. */
export function isTypingOn(before: JourneyListSearch, change: JourneyListChange): boolean {
  return before.q !== undefined && change.q !== undefined && change.q !== ''
}

/** The journeys, page by page. */
export function journeyListQuery({ status, type, category, q, sort }: JourneyListSearch) {
  const query = readJourneyList({ status, type, category, q, sort })
  return infiniteQueryOptions({
    queryKey: ['journeys', query],
    queryFn: ({ signal, pageParam }) =>
      content(
        api.GET('/journeys', {
          params: { query: { ...query, limit: ROWS, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })
}

/** The categories that there are, to filter by. */
export const categoriesQuery = queryOptions({
  queryKey: ['journeys', 'categories'],
  queryFn: ({ signal }) => content(api.GET('/journeys/categories', { signal })),
  select: ({ categories }) => categories.toSorted((left, right) => left.localeCompare(right, 'en')),
})
