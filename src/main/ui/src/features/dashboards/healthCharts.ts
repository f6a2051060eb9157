import type { Schemas } from '@/shared/api/client'
import { metricOf, metricsOf } from '@/shared/metrics/catalogue'
import type { ChartModel } from '@/shared/ui/chart/model'
import { chartOf, type Points } from './charts'
import type { View } from './useView'

type Point = Schemas['HealthPoint']

export const entrances = metricOf('health', 'entrances')
export const messagesSent = metricOf('health', 'messages_sent')
export const dropOffs = metricOf('health', 'drop_offs')

const noEntrances = { what: 'entrances', hint: 'They appear as soon as users enter the journey.' }

/** The entrances. */
export function entrancesChart(view: View, points: Points<Point>): ChartModel | undefined {
  return chartOf({ title: entrances.title, kind: 'line', empty: noEntrances }, view, points, [
    { key: entrances.key, title: entrances.title, of: (point) => point.entrances },
  ])
}

/** The messages sent in each channel; channels without any are left out. */
export function messagesChart(view: View, points: Points<Point>): ChartModel | undefined {
  const model = chartOf(
    {
      title: `${messagesSent.title} by channel`,
      kind: 'stacked',
      empty: { what: 'messages', hint: 'They appear as soon as your app reports a message as sent.' },
    },
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

/** The drop-offs by cause. */
export function dropOffsChart(view: View, points: Points<Point>): ChartModel | undefined {
  return chartOf(
    {
      title: `${dropOffs.title} by cause`,
      kind: 'stacked',
      empty: { what: 'drop-offs', hint: 'No technical problem has removed a user from the journey.' },
    },
    view,
    points,
    metricsOf('drop_offs').map(({ key, title }) => ({
      key,
      title,
      of: (point) => point.drop_offs[key as keyof Point['drop_offs']],
    })),
  )
}

/** The users who reached each of the goals. */
export function goalsChart(
  view: View,
  goals: readonly Schemas['Goal'][],
  points: Points<Point>,
): ChartModel | undefined {
  return chartOf(
    {
      title: 'Goals achieved',
      kind: 'line',
      empty: { what: 'goals reached', hint: 'Users are counted as soon as they reach a goal after entering.' },
    },
    view,
    points,
    goals.map(({ id, name }) => ({
      key: id,
      title: name,
      of: (point) => point.goals_achieved[id],
    })),
  )
}
