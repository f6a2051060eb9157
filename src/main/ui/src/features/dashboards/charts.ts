import { colorAt, type ChartModel, type ChartSeries, type Interval } from '@/shared/ui/chart/model'
import type { View } from './useView'

const HOUR = 3_600_000
const lengths: Record<Interval, number> = { hour: HOUR, day: 24 * HOUR, week: 168 * HOUR, month: 744 * HOUR }

/** A number of a series: its name, and where it is in a point. */
export interface Line<Point> {
  readonly key: string
  readonly title: string
  readonly of: (point: Point) => number | null | undefined
}

/** The points of an answer, and of that about the period before. */
export interface Points<Point> {
  readonly points: readonly Point[] | undefined
  readonly before: readonly Point[] | undefined
  /** How long a point is, where the answer says it. */
  readonly interval: Interval | undefined
  /** When the answer was made. */
  readonly asOf: number | undefined
}

/** The model of a chart from the points of an answer; undefined while they are loading. */
export function chartOf<Point extends { readonly time: string }>(
  head: Pick<ChartModel, 'title' | 'kind' | 'empty'>,
  view: View,
  { points, before, interval: chosen, asOf }: Points<Point>,
  lines: readonly Line<Point>[],
  unit: ChartModel['unit'] = 'count',
): ChartModel | undefined {
  const interval = chosen ?? (view.interval === 'auto' ? undefined : view.interval)
  if (points === undefined || interval === undefined) {
    return undefined
  }
  const starts = points.map((point) => Date.parse(point.time))
  const begun = starts.filter((start) => asOf === undefined || start <= asOf).length
  const last = begun - 1
  const end = starts[begun] ?? (starts[last] ?? 0) + lengths[interval]
  return {
    ...head,
    unit,
    times: points.map((point) => point.time),
    interval,
    timeZone: view.timeZone,
    series: lines.map((line, at): ChartSeries => ({
      key: line.key,
      title: line.title,
      color: colorAt(at),
      values: valuesOf(line, points, begun),
      // Faint stacked lines would be unreadable.
      previous: before === undefined || head.kind === 'stacked' ? undefined : valuesOf(line, before),
    })),
    running: last >= 0 && asOf !== undefined && end > asOf ? last : undefined,
  }
}

/** The values of the points that have begun; the others have none, though the answer counts 0. */
function valuesOf<Point>(
  line: Line<Point>,
  points: readonly Point[],
  begun = points.length,
): readonly (number | null)[] {
  return points.map((point, at) => (at < begun ? (line.of(point) ?? null) : null))
}
