import type { PeriodSearch } from './period'
import type { Interval } from '@/shared/ui/chart/model'

const DAY = 86_400_000
const LONGEST_IN_HOURS = 2
const LONGEST_IN_DAYS = 100
const LONGEST_IN_WEEKS = 1_100

/** How long the buckets of a chart over a period are, so that there are neither few nor hundreds. */
export function intervalOf(search: PeriodSearch, launchedAt: string | null, now: number): Interval {
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
      return launchedAt === null ? 'day' : byDays(Math.max((now - Date.parse(launchedAt)) / DAY, LONGEST_IN_HOURS + 1))
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
