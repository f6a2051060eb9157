import type { PeriodSearch } from './period'
import type { Interval } from '@/shared/ui/chart/model'

const DAY = 86_400_000
const LONGEST_IN_HOURS = 2
const LONGEST_IN_DAYS = 100
const LONGEST_IN_WEEKS = 1_100

/** How long the buckets of a chart are to be; `auto` where only the service knows when the period begins. */
export type AskedInterval = Interval | 'auto'

/** The length of the buckets of a chart: the chosen one, or one that makes neither few buckets nor hundreds. */
export function intervalOf(search: PeriodSearch): AskedInterval {
  if (search.interval !== undefined) {
    return search.interval
  }
  switch (search.period) {
    case 'today':
    case 'yesterday':
      return 'hour'
    case '7d':
    case '30d':
      return 'day'
    case 'custom':
      return byDays((Date.parse(search.to ?? '') - Date.parse(search.from ?? '')) / DAY + 1)
    default:
      // Events may be older than the journey, such as those of an imported history.
      return 'auto'
  }
}

function byDays(days: number): Interval {
  return days <= LONGEST_IN_HOURS
    ? 'hour'
    : days <= LONGEST_IN_DAYS
      ? 'day'
      : days <= LONGEST_IN_WEEKS
        ? 'week'
        : 'month'
}
