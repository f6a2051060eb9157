import { metricOf } from '@/shared/metrics/catalogue'
import { ChartCard } from '@/shared/ui/chart/ChartCard'
import { Definition } from '@/shared/ui/Definition'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Figures } from '@/shared/ui/FigureCard'
import { Skeleton } from '@/shared/ui/Skeleton'
import { Accounting } from './Accounting'
import { AudienceFigures } from './AudienceFigures'
import { chartOf } from './charts'
import { audienceQuery } from './queries'
import { useCompared } from './useCompared'
import { useHealth } from './useHealth'
import { UsersCard } from './UsersCard'
import { useView } from './useView'

const entrances = metricOf('audience', 'entrances')
const dropOffs = metricOf('audience', 'drop_offs')

/** Entrances, exits and drop-offs, and the list of users. */
export function AudiencePage() {
  const view = useView()
  const { now, data, before, problem } = useCompared(view, (period) => audienceQuery(view.journeyId, period))
  const health = useHealth()
  if (problem !== null) {
    return <ErrorState problem={problem} onRetry={() => void now.refetch()} />
  }
  return (
    <>
      <Figures>
        <AudienceFigures data={data} before={before} />
      </Figures>
      {data === undefined ? (
        <Skeleton height={17} width={420} />
      ) : (
        <Accounting
          entrances={data.entrances}
          inJourneyNow={data.in_journey_now}
          exits={data.exits}
          dropOffs={data.drop_offs}
          overall={view.period.period === 'all'}
        />
      )}
      <UsersCard />
      <ChartCard
        size="small"
        title={<Definition metric={entrances} title={`${entrances.title} and ${dropOffs.title.toLowerCase()}`} />}
        model={chartOf(
          { title: `${entrances.title} and ${dropOffs.title.toLowerCase()}`, kind: 'line' },
          view,
          {
            points: health.data?.series,
            interval: health.data?.interval,
            before: health.before?.series,
            asOf: health.now.data?.asOf,
          },
          [
            { key: 'entrances', title: entrances.title, of: (point) => point.entrances },
            {
              key: 'drop_offs',
              title: dropOffs.title,
              of: (point) => point.drop_offs.internal_errors + point.drop_offs.sending_errors,
            },
          ],
        )}
      />
    </>
  )
}
