import { metricsOf, type Metric } from '@/shared/metrics/catalogue'
import type { Channel } from '@/shared/metrics/channels'

/** A count of a channel with the rates that follow from it. */
export interface Figure {
  readonly count: Metric
  readonly rates: readonly Metric[]
}

/** A channel's metrics in display order, each rate with the count before it. */
export function figuresOf(channel: Channel): readonly Figure[] {
  return metricsOf(channel).reduce<Figure[]>((figures, metric) => {
    const last = figures.at(-1)
    return metric.unit === 'rate' && last !== undefined
      ? [...figures.slice(0, -1), { ...last, rates: [...last.rates, metric] }]
      : [...figures, { count: metric, rates: [] }]
  }, [])
}

/** The metrics of a channel that have a course. */
export function countsOf(channel: Channel): readonly Metric[] {
  return metricsOf(channel).filter((metric) => metric.unit === 'count')
}

/** What a channel is judged by first: how much went out, and how it was met. */
export const headlines: Record<Channel, Headline> = {
  push: { count: 'sent', rate: 'open_rate', charted: ['sent', 'opened', 'delivery_issues'] },
  in_app: { count: 'impressions', rate: 'interaction_rate', charted: ['impressions', 'interactions', 'skips'] },
  email: { count: 'sent', rate: 'unique_open_rate', charted: ['sent', 'opened_unique', 'clicked'] },
  sms: { count: 'sent', rate: 'delivery_rate', charted: ['sent', 'delivered', 'delivery_issues'] },
  whatsapp: { count: 'sent', rate: 'read_rate', charted: ['sent', 'delivered', 'read'] },
}

interface Headline {
  readonly count: string
  readonly rate: string
  /** What its chart shows unless something else is chosen. */
  readonly charted: readonly string[]
}

/** One metric of a channel, where it has it. */
export function channelMetric(channel: Channel, key: string): Metric | undefined {
  return metricsOf(channel).find((metric) => metric.key === key)
}
