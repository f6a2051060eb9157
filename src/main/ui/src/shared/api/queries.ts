import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem'

const REMEMBERED = 30 * 60_000
const FRESH = 10_000
const ATTEMPTS = 3

/**
 * The memory of answers: shown at once, asked for anew quietly, tried again where that may help.
 *
 * @param onUnauthorized is called whenever the service no longer knows who asks
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

/** Lets an answer be on its way before anybody waits for it; whoever shows it meets its failure. */
export function ask(answer: Promise<unknown>): void {
  answer.catch(() => undefined)
}
