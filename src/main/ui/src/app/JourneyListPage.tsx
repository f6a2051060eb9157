import { StatisticsExport } from '@/features/exports/StatisticsExport'
import { JourneysPage } from '@/features/journeys/JourneysPage'

/** The journeys, with a way to take their statistics as a file. */
export function JourneyListPage() {
  return <JourneysPage actions={(shown, total) => <StatisticsExport journeys={shown} total={total} />} />
}
