import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem'

const REMEMBERED = 30 * 60_000
const FRESH = 10_000
const ATTEMPTS = 3

/**
 * The cache of answers: shown at once, refreshed in the background, retried on temporary failures.
 *
 * @param onUnauthorized called on every answer with status 401
 */
export function newQueryClient(onUnauthorized: () => void): QueryClient {
  const onError = (problem: unknown) => {
    if (problem instanceof ApiProblem && problem.status === 401) {
      onUnauthorized()
    }
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH,
        gcTime: REMEMBERED,
        retry: (failures, problem) => failures < ATTEMPTS && problem instanceof ApiProblem && problem.isPassing,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** Starts loading an answer ahead of the component that shows it, which also handles its failure. */
export function ask(answer: Promise<unknown>): void {
  answer.catch(() => undefined)
}
