import { formatClock, formatMonth, formatShortDay } from '@/shared/format/times'
import type { ChartModel } from './model'

type Buckets = Pick<ChartModel, 'times' | 'interval' | 'timeZone'>

/** A bucket on an axis: `14:00`, `12 May`, `12 May 2025` where there are several years, `May 2026`. */
export function bucketLabel(time: string, buckets: Buckets): string {
  const { interval, timeZone } = buckets
  switch (interval) {
    case 'hour':
      return formatClock(time, timeZone)
    case 'day':
    case 'week':
      return formatShortDay(time, timeZone, { year: isOfYears(buckets) })
    case 'month':
      return formatMonth(time, timeZone)
  }
}

/** A bucket in full: `Tue 12 May, 14:00`, `Week of 11 May`. */
export function bucketName(time: string, buckets: Buckets): string {
  const { interval, timeZone } = buckets
  const year = isOfYears(buckets)
  switch (interval) {
    case 'hour':
      return `${formatShortDay(time, timeZone, { weekday: true, year })}, ${formatClock(time, timeZone)}`
    case 'day':
      return formatShortDay(time, timeZone, { weekday: true, year })
    case 'week':
      return `Week of ${formatShortDay(time, timeZone, { year })}`
    case 'month':
      return formatMonth(time, timeZone)
  }
}

/** The bucket at an index in full, and whether it is still running: `Tue 12 May, so far`. */
export function bucketTitle(model: ChartModel, at: number): string {
  const time = model.times[at]
  return time === undefined ? '' : bucketName(time, model) + (at === model.running ? ', so far' : '')
}

/** Whether the buckets span several years; their times begin with the year in the time zone. */
function isOfYears({ times }: Buckets): boolean {
  return times[0]?.slice(0, 4) !== times.at(-1)?.slice(0, 4)
}
