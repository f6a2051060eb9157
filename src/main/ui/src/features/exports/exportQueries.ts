import {
  type InfiniteData,
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, content, type Schemas } from '@/shared/api/client'
import { ApiProblem } from '@/shared/api/problem'
import { ask } from '@/shared/api/queries'

type Export = Schemas['Export']
type ExportPage = Schemas['ExportList']

/** Interval in which a running export is polled while the user waits for it. */
const WATCH = 1_000
/** Interval in which the list is polled while an export is running. */
const GLANCE = 2_000
const ROWS = 30
const ATTEMPTS = 3

/** Whether there will be more of an export. */
export function isUnderWay({ status }: Pick<Export, 'status'>): boolean {
  return status === 'queued' || status === 'running'
}

/** The tenant's exports, page by page, the latest first; watched for as long as one is under way. */
export const exportListQuery = infiniteQueryOptions({
  queryKey: ['exports', 'list'],
  queryFn: ({ signal, pageParam }) =>
    content(
      api.GET('/exports', {
        params: { query: { limit: ROWS, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
  staleTime: 0,
  refetchInterval: ({ state }) =>
    state.data?.pages.some((page) => page.exports.some(isUnderWay)) === true ? GLANCE : false,
})

/** One export; watched for as long as it is under way. */
export function exportQuery(id: string) {
  return queryOptions({
    queryKey: ['exports', 'one', id],
    queryFn: async ({ signal, client }) => {
      const found = await content(api.GET('/exports/{export}', { params: { path: { export: id } }, signal }))
      // Where the list is shown, too, it says the same.
      client.setQueryData(exportListQuery.queryKey, (list) => list && withExport(list, found))
      return found
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? WATCH : false),
  })
}

function withExport(list: InfiniteData<ExportPage>, found: Export): typeof list {
  return {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      exports: page.exports.map((known) => (known.id === found.id ? found : known)),
    })),
  }
}

/** Asks for an export. Where the answer got lost, asks again under the same name, so that it is one. */
export function useAskForExport() {
  const queryClient = useQueryClient()
  const { mutate, ...asking } = useMutation({
    mutationFn: ({ name, form }: { readonly name: string; readonly form: Schemas['ExportForm'] }) =>
      content(api.POST('/exports', { params: { header: { 'Idempotency-Key': name } }, body: form })),
    retry: (failures, problem) => failures < ATTEMPTS && problem instanceof ApiProblem && problem.status === 0,
    onSuccess: () => {
      // Starts the polling of the list, too.
      ask(queryClient.infiniteQuery({ ...exportListQuery, staleTime: 0 }))
    },
  })
  return {
    ...asking,
    askFor: (form: Schemas['ExportForm']) => {
      mutate({ name: newName(), form })
    },
  }
}

/** A name that no other request has; a page without TLS has no `crypto.randomUUID`. */
function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
}

/** Cancels an export that is under way, or removes the file of one that is ready. */
export function useEndExport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => content(api.DELETE('/exports/{export}', { params: { path: { export: id } } })),
    // Awaited, so that what the button offered is over when it comes to rest.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['exports'] }),
  })
}
