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
  /** What the chart says if it has no values: what there is none of, and when it will appear. */
  readonly empty?: { readonly what: string; readonly hint: string } | undefined
  /** The start of each bucket. */
  readonly times: readonly string[]
  readonly interval: Interval
  readonly timeZone: string
  readonly series: readonly ChartSeries[]
  /** The index of the bucket that is still running; later ones have not begun, and have no values. */
  readonly running: number | undefined
}

/** The number of buckets that have something to show: those that have begun, or all if a previous period is shown. */
export function shownBuckets({ times, series, running }: ChartModel): number {
  return running === undefined || series.some(({ previous }) => previous !== undefined) ? times.length : running + 1
}

/** The colour of the series at an index; colours repeat after the last. */
export function colorAt(place: number): SeriesColor {
  return seriesColors[place % seriesColors.length] ?? seriesColors[0]
}

/** Whether a series is shown where those with these keys are chosen; without a choice, and without a match, all are. */
export function isShown({ series }: ChartModel, chosen: readonly string[], key: string): boolean {
  return chosen.includes(key) || !series.some((one) => chosen.includes(one.key))
}

/** The choice after a click on a series of the legend. */
export function chosenAfter({ series }: ChartModel, chosen: readonly string[], key: string): readonly string[] {
  const known = chosen.filter((one) => series.some((other) => other.key === one))
  const next = known.includes(key) ? known.filter((one) => one !== key) : [...known, key]
  return next.length === series.length ? [] : next
}
