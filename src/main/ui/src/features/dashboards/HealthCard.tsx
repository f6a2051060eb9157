import { Card } from '@/shared/ui/Card'
import { ChartBody } from '@/shared/ui/chart/ChartBody'
import { ErrorState } from '@/shared/ui/ErrorState'
import { entrancesChart } from './healthCharts'
import { HealthFigures } from './HealthFigures'
import styles from './OverviewPage.module.css'
import { SectionLink } from './SectionLink'
import { useHealth } from './useHealth'
import { useView } from './useView'

/** The journey's health, at a glance. */
export function HealthCard() {
  const view = useView()
  const { now, data, before, problem } = useHealth()
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
