import type { Schemas } from '@/shared/api/client'
import { changeOf, formatRate } from '@/shared/format/numbers'
import { metricOf, metricsOf } from '@/shared/metrics/catalogue'
import { ChangeMark } from '@/shared/ui/ChangeMark'
import { Definition } from '@/shared/ui/Definition'
import { FigureCard } from '@/shared/ui/FigureCard'
import { ContributorsLink } from './ContributorsLink'

type Health = Schemas['OverviewHealth']
type Key = Exclude<keyof Health, 'interval' | 'series'>

interface HealthFiguresProps {
  readonly data: Health | undefined
  readonly before: Health | undefined
}

const openRate = metricOf('health', 'messages_open_rate')

/** The key figures of a journey's health, each with a link to the users behind it. */
export function HealthFigures({ data, before }: HealthFiguresProps) {
  const change = changeOf('rate', data?.messages_open_rate, before?.messages_open_rate)
  return metricsOf('health')
    .filter((metric) => metric.unit === 'count')
    .map((metric) => (
      <FigureCard
        key={metric.key}
        metric={metric}
        value={data?.[metric.key as Key]}
        previous={before?.[metric.key as Key]}
        moreIsWorse={metric.key === 'drop_offs'}
        link={(number) => <ContributorsLink selector={{ metric: metric.key }}>{number}</ContributorsLink>}
        note={
          metric.key === 'messages_opened' ? (
            <span data-metric={openRate.key}>
              {data === undefined ? ' ' : formatRate(data.messages_open_rate)}{' '}
              <Definition metric={openRate} title="of recipients" />{' '}
              {change === null ? null : <ChangeMark change={change} />}
            </span>
          ) : undefined
        }
      />
    ))
}
