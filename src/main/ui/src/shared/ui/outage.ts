import { useQueryClient, type Query } from '@tanstack/react-query'
import { createContext, useSyncExternalStore } from 'react'
import { ApiProblem } from '@/shared/api/problem'

/** Whether a banner says that the service cannot be reached, so that the parts of the page need not repeat it. */
export const OutageShown = createContext(false)

/** Whether something on the page could not be loaded, or refreshed, as the service cannot be reached. */
export function useOutage(): boolean {
  const cache = useQueryClient().getQueryCache()
  return useSyncExternalStore(
    (onChange) => cache.subscribe(onChange),
    () => cache.getAll().some(isUnreachable),
  )
}

/** Loads again what could not be loaded. */
export function useReload(): () => void {
  const queryClient = useQueryClient()
  return () => {
    void queryClient.refetchQueries({ type: 'active', predicate: isUnreachable })
  }
}

function isUnreachable(query: Pick<Query, 'isActive' | 'state'>): boolean {
  const { error } = query.state
  return query.isActive() && error instanceof ApiProblem && error.status === 0
}
