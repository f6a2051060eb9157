import { ChartCard } from '@/shared/ui/chart/ChartCard'
import { Definition } from '@/shared/ui/Definition'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Figures } from '@/shared/ui/FigureCard'
import { GoalsChart } from './GoalsChart'
import { dropOffs, dropOffsChart, entrances, entrancesChart, messagesChart, messagesSent } from './healthCharts'
import { HealthFigures } from './HealthFigures'
import styles from './HealthPage.module.css'
import { useHealth } from './useHealth'
import { useView } from './useView'

/** The journey at a glance: key figures and their course. */
export function HealthPage() {
  const view = useView()
  const { now, data, before, problem } = useHealth()
  if (problem !== null) {
    return <ErrorState problem={problem} onRetry={() => void now.refetch()} />
  }
  const points = { points: data?.series, interval: data?.interval, before: before?.series, asOf: now.data?.asOf }
  return (
    <>
      <Figures>
        <HealthFigures data={data} before={before} />
      </Figures>
      <div className={styles.charts}>
        <ChartCard title={<Definition metric={entrances} />} model={entrancesChart(view, points)} />
        <ChartCard
          title={<Definition metric={messagesSent} title={`${messagesSent.title} by channel`} />}
          model={messagesChart(view, points)}
        />
        <ChartCard
          title={<Definition metric={dropOffs} title={`${dropOffs.title} by cause`} />}
          model={dropOffsChart(view, points)}
        />
        <GoalsChart />
      </div>
    </>
  )
}
