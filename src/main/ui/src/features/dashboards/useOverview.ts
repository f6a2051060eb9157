import type { Schemas } from '@/shared/api/client'
import { overviewQuery } from './queries'
import { useCompared, type Compared } from './useCompared'
import type { View } from './useView'

/** What the overview shows of each dashboard, in one answer. */
export type Overview = Compared<Schemas['Overview']>

/** The props of a card of the overview. */
export interface OverviewCardProps {
  readonly view: View
  readonly overview: Overview
}

/** The overview of the journey that the view is of. */
export function useOverview(view: View): Overview {
  const { journeyId, interval } = view
  return useCompared(view, (period) => overviewQuery(journeyId, period, interval))
}
