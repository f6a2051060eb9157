import { useNavigate, useSearch } from '@tanstack/react-router'
import { formatRate } from '@/shared/format/numbers'
import type { Channel } from '@/shared/metrics/channels'
import { ChartCard } from '@/shared/ui/chart/ChartCard'
import { Definition } from '@/shared/ui/Definition'
import { ErrorState } from '@/shared/ui/ErrorState'
import { FigureCard } from '@/shared/ui/FigureCard'
import { ContributorsLink } from './ContributorsLink'
import { countsOf, figuresOf, headlines } from './channelMetrics'
import { chartOf } from './charts'
import styles from './CommunicationsPage.module.css'
import { SeriesPicker } from './SeriesPicker'
import { channelQuery } from './queries'
import { useCompared } from './useCompared'
import { useView } from './useView'

const worse = ['delivery_issues', 'hard_bounces', 'soft_bounces', 'complaints', 'unsubscribed', 'skips']

type Numbers = Partial<Record<string, number | null>>

/** A channel's metrics, and their course. */
export function ChannelFigures({ channel }: { readonly channel: Channel }) {
  const view = useView()
  const { now, data, before, problem } = useCompared(view, (period) =>
    channelQuery(view.journeyId, channel, period, view.interval),
  )
  const [chosen, choose] = useChosenMetrics(channel)
  if (problem !== null) {
    return <ErrorState problem={problem} onRetry={() => void now.refetch()} />
  }
  const metrics: Numbers | undefined = data?.metrics
  const earlier: Numbers | undefined = before?.metrics
  const counts = countsOf(channel)
  return (
    <>
      <div className={styles.figures}>
        {figuresOf(channel).map(({ count, rates }) => (
          <FigureCard
            key={count.key}
            metric={count}
            value={metrics?.[count.key]}
            previous={earlier?.[count.key]}
            moreIsWorse={worse.includes(count.key)}
            link={(number) => <ContributorsLink selector={{ metric: count.key, channel }}>{number}</ContributorsLink>}
            note={rates.map((rate) => (
              <span key={rate.key} data-metric={rate.key}>
                {metrics === undefined ? ' ' : formatRate(metrics[rate.key])} <Definition metric={rate} />
              </span>
            ))}
          />
        ))}
      </div>
      <ChartCard
        title="Performance"
        actions={<SeriesPicker label="Metrics" options={counts} chosen={chosen} onChoose={choose} />}
        model={chartOf(
          { title: 'Performance', kind: 'line' },
          view,
          // Channels have points of different numbers; which these are, the metrics say.
          {
            points: data?.series as readonly ({ time: string } & Numbers)[] | undefined,
            interval: data?.interval,
            before: before?.series as readonly ({ time: string } & Numbers)[] | undefined,
            asOf: now.data?.asOf,
          },
          counts
            .filter((metric) => chosen.includes(metric.key))
            .map(({ key, title }) => ({ key, title, of: (point) => point[key] as number | null })),
        )}
      />
    </>
  )
}

/** The metrics of the chart, as the address has them. */
function useChosenMetrics(channel: Channel): [readonly string[], (keys: readonly string[]) => void] {
  const { metrics } = useSearch({ from: '/signed-in/journeys/$journey/communications' })
  const navigate = useNavigate({ from: '/journeys/$journey/communications' })
  const known = countsOf(channel).map((metric) => metric.key)
  const named = (metrics ?? '').split(',').filter((key) => known.includes(key))
  return [
    named.length === 0 ? headlines[channel].charted : named,
    (keys) => {
      void navigate({
        replace: true,
        resetScroll: false,
        search: (before) => ({ ...before, metrics: known.filter((key) => keys.includes(key)).join(',') }),
      })
    },
  ]
}
