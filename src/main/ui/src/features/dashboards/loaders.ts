import type { QueryClient } from '@tanstack/react-query'
import { ask } from '@/shared/api/queries'
import type { PeriodSearch } from '@/shared/url/period'
import { audienceQuery, channelsQuery, performanceQuery } from './queries'

/** Asks for what a page shows while its script is still on its way. */
export const dashboardLoaders = {
  overview(queryClient: QueryClient, journey: string, period: PeriodSearch) {
    ask(queryClient.query(audienceQuery(journey, period)))
    ask(queryClient.query(performanceQuery(journey, period)))
    ask(queryClient.query(channelsQuery(journey, period)))
  },
}
