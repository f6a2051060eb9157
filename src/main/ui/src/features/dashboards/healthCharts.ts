import type { Schemas } from '@/shared/api/client'
import { metricOf, metricsOf } from '@/shared/metrics/catalogue'
import type { ChartModel } from '@/shared/ui/chart/model'
import { chartOf, type Points } from './charts'
import type { View } from './useView'

type Point = Schemas['HealthPoint']

export const entrances = metricOf('health', 'entrances')
export const messagesSent = metricOf('health', 'messages_sent')
export const dropOffs = metricOf('health', 'drop_offs')

/** How many came. */
export function entrancesChart(view: View, points: Points<Point>): ChartModel | undefined {
  return chartOf({ title: entrances.title, kind: 'line' }, view, points, [
    { key: entrances.key, title: entrances.title, of: (point) => point.entrances },
  ])
}

/** How much was sent in each channel; those in which nothing was are left out. */
export function messagesChart(view: View, points: Points<Point>): ChartModel | undefined {
  const model = chartOf(
    { title: `${messagesSent.title} by channel`, kind: 'stacked' },
    view,
    points,
    metricsOf('messages_sent').map(({ key, title }) => ({
      key,
      title,
      of: (point: Point) => point.messages_sent[key as keyof Point['messages_sent']],
    })),
  )
  const used = model?.series.filter((series) => series.values.some((value) => value !== null && value > 0)) ?? []
  return model === undefined || used.length === 0 ? model : { ...model, series: used }
}

/** How many were dropped, by cause. */
export function dropOffsChart(view: View, points: Points<Point>): ChartModel | undefined {
  return chartOf(
    { title: `${dropOffs.title} by cause`, kind: 'stacked' },
    view,
    points,
    metricsOf('drop_offs').map(({ key, title }) => ({
      key,
      title,
      of: (point) => point.drop_offs[key as keyof Point['drop_offs']],
    })),
  )
}

/** How many reached each goal. */
export function goalsChart(view: View, points: Points<Point>): ChartModel | undefined {
  return chartOf(
    { title: 'Goals achieved', kind: 'line' },
    view,
    points,
    (view.journey?.goals ?? []).map(({ id, name }) => ({
      key: id,
      title: name,
      of: (point) => point.goals_achieved[id],
    })),
  )
}
