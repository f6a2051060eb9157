import { Card } from '@/shared/ui/Card'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Skeleton } from '@/shared/ui/Skeleton'
import { Accounting } from './Accounting'
import { AudienceFigures } from './AudienceFigures'
import styles from './OverviewPage.module.css'
import { SectionLink } from './SectionLink'
import type { OverviewCardProps } from './useOverview'

/** Entrances, exits and drop-offs at a glance. */
export function AudienceCard({ view, overview }: OverviewCardProps) {
  const { now, problem } = overview
  const data = overview.data?.audience
  const before = overview.before?.audience
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
