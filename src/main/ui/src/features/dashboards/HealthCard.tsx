import { Card } from '@/shared/ui/Card'
import { ChartBody } from '@/shared/ui/chart/ChartBody'
import { ErrorState } from '@/shared/ui/ErrorState'
import { entrancesChart } from './healthCharts'
import { HealthFigures } from './HealthFigures'
import styles from './OverviewPage.module.css'
import { SectionLink } from './SectionLink'
import type { OverviewCardProps } from './useOverview'

/** The journey's health, at a glance. */
export function HealthCard({ view, overview }: OverviewCardProps) {
  const { now, problem } = overview
  const data = overview.data?.health
  const before = overview.before?.health
  return (
    <Card title={<SectionLink section="health">Campaign health</SectionLink>}>
      {problem === null ? (
        <>
          <div className={styles.figures}>
            <HealthFigures data={data} before={before} />
          </div>
          <ChartBody
            size="small"
            model={entrancesChart(view, {
              points: data?.series,
              interval: data?.interval,
              before: before?.series,
              asOf: now.data?.asOf,
            })}
          />
        </>
      ) : (
        <ErrorState problem={problem} onRetry={() => void now.refetch()} />
      )}
    </Card>
  )
}
