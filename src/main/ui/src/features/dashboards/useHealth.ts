import type { Schemas } from '@/shared/api/client'
import { healthQuery } from './queries'
import { useCompared, type Compared } from './useCompared'
import { useView } from './useView'

/** The health of the journey that the address names. */
export function useHealth(): Compared<Schemas['Health']> {
  const view = useView()
  const { journeyId, interval } = view
  return useCompared(view, (period) => healthQuery(journeyId, period, interval))
}
