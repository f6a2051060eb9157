import type { QueryClient } from '@tanstack/react-query'
import type { PeriodSearch } from '@/shared/url/period'
import { audienceQuery, channelsQuery, performanceQuery } from './queries'

/** Asks for what a page shows while its script is still on its way. */
export const dashboardLoaders = {
  overview(queryClient: QueryClient, journey: string, period: PeriodSearch) {
    void queryClient.prefetchQuery(audienceQuery(journey, period))
    void queryClient.prefetchQuery(performanceQuery(journey, period))
    void queryClient.prefetchQuery(channelsQuery(journey, period))
  },
}
