import { queryOptions } from '@tanstack/react-query'
import { useSuspenseQuery } from '@tanstack/react-query'
import { api, content, type Schemas } from './client'

/** The session; fails with status 401 without one. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => content(api.GET('/session', { signal })),
  staleTime: 5 * 60_000,
  retry: false,
})

/** The session, in pages behind the sign-in. */
export function useSession(): Schemas['Session'] {
  return useSuspenseQuery(sessionQuery).data
}

/** Whether the key of the session may change journeys. */
export function useMayManage(): boolean {
  const { role } = useSession()
  return role === 'manage' || role === 'admin'
}
