import type { Unit } from '@/shared/format/numbers'

/** How long a bucket of a chart is. */
export type Interval = 'hour' | 'day' | 'week' | 'month'

/** The colours that lines and bars take; names of custom properties. */
export const seriesColors = ['--push', '--in-app', '--email', '--sms', '--whatsapp'] as const

export type SeriesColor = (typeof seriesColors)[number]

/** One number over time. */
export interface ChartSeries {
  readonly key: string
  readonly title: string
  readonly color: SeriesColor
  readonly values: readonly (number | null)[]
  /** The same number in the period before, bucket by bucket. */
  readonly previous?: readonly (number | null)[] | undefined
}

/** What a chart shows, and its table likewise. */
export interface ChartModel {
  readonly title: string
  readonly kind: 'line' | 'bar' | 'stacked'
  readonly unit: Unit
  /** The start of each bucket. */
  readonly times: readonly string[]
  readonly interval: Interval
  readonly timeZone: string
  readonly series: readonly ChartSeries[]
  /** Whether the last bucket still goes on. */
  readonly running: boolean
}

/** The colour of the series at a place; they begin anew after the last. */
export function colorAt(place: number): SeriesColor {
  return seriesColors[place % seriesColors.length] ?? seriesColors[0]
}
