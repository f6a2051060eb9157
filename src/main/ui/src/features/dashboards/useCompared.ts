import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import type { Answer } from '@/shared/api/client'
import type { AskedPeriod } from '@/shared/url/period'
import type { View } from './useView'

/** An answer of the period, and the same of the period before where that is wanted. */
export interface Compared<Data> {
  readonly now: UseQueryResult<Answer<Data>>
  readonly data: Data | undefined
  readonly before: Data | undefined
  /** The error, if there is nothing to show. */
  readonly problem: Error | null
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the keys of queries differ
type Question<Data> = UseQueryOptions<Answer<Data>, Error, Answer<Data>, any>

/** Asks the same of the period and, where it is compared, of the one before. */
export function useCompared<Data>(view: View, make: (period: AskedPeriod) => Question<Data>): Compared<Data> {
  const now = useQuery(make(view.period))
  const before = useQuery({ ...make(view.previous ?? view.period), enabled: view.previous !== undefined })
  return {
    now,
    data: now.data?.data,
    before: view.previous === undefined ? undefined : before.data?.data,
    problem: now.data === undefined ? now.error : null,
  }
}
