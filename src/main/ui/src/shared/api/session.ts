import { queryOptions } from '@tanstack/react-query'
import { useSuspenseQuery } from '@tanstack/react-query'
import { api, content, type Schemas } from './client'

/** Who is signed in; fails with status 401 where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => content(api.GET('/session', { signal })),
  staleTime: 5 * 60_000,
  retry: false,
})

/** Who is signed in, inside of pages that only they see. */
export function useSession(): Schemas['Session'] {
  return useSuspenseQuery(sessionQuery).data
}

/** Whether who is signed in may change journeys. */
export function useMayManage(): boolean {
  const { role } = useSession()
  return role === 'manage' || role === 'admin'
}
