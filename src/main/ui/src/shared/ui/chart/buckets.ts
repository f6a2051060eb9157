import { formatClock, formatMonth, formatShortDay } from '@/shared/format/times'
import type { Interval } from './model'

/** A bucket on an axis: `14:00`, `12 May`, `May 2026`. */
export function bucketLabel(time: string, interval: Interval, timeZone: string): string {
  switch (interval) {
    case 'hour':
      return formatClock(time, timeZone)
    case 'day':
    case 'week':
      return formatShortDay(time, timeZone)
    case 'month':
      return formatMonth(time, timeZone)
  }
}

/** A bucket in full: `Tue 12 May, 14:00`, `Week of 11 May`. */
export function bucketName(time: string, interval: Interval, timeZone: string): string {
  switch (interval) {
    case 'hour':
      return `${formatShortDay(time, timeZone, true)}, ${formatClock(time, timeZone)}`
    case 'day':
      return formatShortDay(time, timeZone, true)
    case 'week':
      return `Week of ${formatShortDay(time, timeZone)}`
    case 'month':
      return formatMonth(time, timeZone)
  }
}
