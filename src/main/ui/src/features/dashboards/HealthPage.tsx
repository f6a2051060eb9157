import { metricOf, metricsOf } from '@/shared/metrics/catalogue'
import { ChartCard } from '@/shared/ui/chart/ChartCard'
import { Definition } from '@/shared/ui/Definition'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Figures } from '@/shared/ui/FigureCard'
import { chartOf } from './charts'
import { HealthFigures } from './HealthFigures'
import styles from './HealthPage.module.css'
import { useHealth } from './useHealth'
import { useView } from './useView'

const entrances = metricOf('health', 'entrances')
const messagesSent = metricOf('health', 'messages_sent')
const dropOffs = metricOf('health', 'drop_offs')
const count = metricOf('goal', 'count')

/** The journey at a glance: key figures and their course. */
export function HealthPage() {
  const view = useView()
  const { now, data, before, problem } = useHealth()
  if (problem !== null) {
    return <ErrorState problem={problem} onRetry={() => void now.refetch()} />
  }
  const points = { points: data?.series, before: before?.series, asOf: now.data?.asOf }
  const goals = view.journey?.goals ?? []
  return (
    <>
      <Figures>
        <HealthFigures data={data} before={before} />
      </Figures>
      <div className={styles.charts}>
        <ChartCard
          title={<Definition metric={entrances} />}
          model={chartOf({ title: entrances.title, kind: 'line' }, view, points, [
            { key: entrances.key, title: entrances.title, of: (point) => point.entrances },
          ])}
        />
        <ChartCard
          title={<Definition metric={messagesSent} title={`${messagesSent.title} by channel`} />}
          model={chartOf(
            { title: `${messagesSent.title} by channel`, kind: 'stacked' },
            view,
            points,
            metricsOf('messages_sent').map(({ key, title }) => ({
              key,
              title,
              of: (point) => point.messages_sent[key as keyof typeof point.messages_sent],
            })),
          )}
        />
        <ChartCard
          title={<Definition metric={dropOffs} title={`${dropOffs.title} by cause`} />}
          model={chartOf(
            { title: `${dropOffs.title} by cause`, kind: 'stacked' },
            view,
            points,
            metricsOf('drop_offs').map(({ key, title }) => ({
              key,
              title,
              of: (point) => point.drop_offs[key as keyof typeof point.drop_offs],
            })),
          )}
        />
        <ChartCard
          title={<Definition metric={count} title="Goals achieved" />}
          model={chartOf(
            { title: 'Goals achieved', kind: 'line' },
            view,
            points,
            goals.map(({ id, name }) => ({ key: id, title: name, of: (point) => point.goals_achieved[id] })),
          )}
        />
      </div>
    </>
  )
}
