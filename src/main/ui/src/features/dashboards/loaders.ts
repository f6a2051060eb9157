import type { QueryClient } from '@tanstack/react-query'
import { ask } from '@/shared/api/queries'
import { intervalOf } from '@/shared/url/interval'
import type { PeriodSearch } from '@/shared/url/period'
import {
  audienceQuery,
  channelsQuery,
  flowQuery,
  healthQuery,
  overviewQuery,
  performanceQuery,
  stepsQuery,
} from './queries'

type Loader = (queryClient: QueryClient, journey: string, period: PeriodSearch) => void

/** Loads the data of a page in parallel with its script. */
export const dashboardLoaders = {
  overview(queryClient, journey, period) {
    ask(queryClient.query(overviewQuery(journey, period, intervalOf(period))))
  },
  performance(queryClient, journey, period) {
    ask(queryClient.query(performanceQuery(journey, period)))
    ask(queryClient.query(healthQuery(journey, period, intervalOf(period))))
  },
  audience(queryClient, journey, period) {
    ask(queryClient.query(audienceQuery(journey, period)))
    ask(queryClient.query(healthQuery(journey, period, intervalOf(period))))
  },
  communications(queryClient, journey, period) {
    ask(queryClient.query(channelsQuery(journey, period)))
  },
  health(queryClient, journey, period) {
    ask(queryClient.query(healthQuery(journey, period, intervalOf(period))))
  },
  flow(queryClient, journey, period) {
    ask(queryClient.query(flowQuery(journey, period)))
    ask(queryClient.query(stepsQuery(journey, period)))
  },
} satisfies Record<string, Loader>
