import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem'

const REMEMBERED = 30 * 60_000
const FRESH = 10_000
const ATTEMPTS = 3

/** The memory of answers: shown at once, asked for anew quietly, tried again where that may help. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
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
