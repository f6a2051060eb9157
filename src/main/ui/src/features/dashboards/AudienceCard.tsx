import { Card } from '@/shared/ui/Card'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Skeleton } from '@/shared/ui/Skeleton'
import { Accounting } from './Accounting'
import { AudienceFigures } from './AudienceFigures'
import styles from './OverviewPage.module.css'
import { audienceQuery } from './queries'
import { SectionLink } from './SectionLink'
import { useCompared } from './useCompared'
import { useView } from './useView'

/** Entrances, exits and drop-offs at a glance. */
export function AudienceCard() {
  const view = useView()
  const { now, data, before, problem } = useCompared(view, (period) => audienceQuery(view.journeyId, period))
  return (
    <Card title={<SectionLink section="audience">Audience</SectionLink>}>
      {problem === null ? (
        <>
          <div className={styles.figures}>
            <AudienceFigures data={data} before={before} keys={['entrances', 'in_journey_now', 'exits', 'drop_offs']} />
          </div>
          {data === undefined ? (
            <Skeleton height={17} />
          ) : (
            <Accounting
              entrances={data.entrances}
              inJourneyNow={data.in_journey_now}
              exits={data.exits}
              dropOffs={data.drop_offs}
              overall={view.period.period === 'all'}
            />
          )}
        </>
      ) : (
        <ErrorState problem={problem} onRetry={() => void now.refetch()} />
      )}
    </Card>
  )
}
