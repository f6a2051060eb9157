import type { PeriodSearch } from './period'

const DAY = 86_400_000

/**
 * The days before a period, as many as it has; undefined where there is no before.
 *
 * @param today the calendar day of now, in the tenant's zone
 */
export function previousPeriod(search: PeriodSearch, today: string): PeriodSearch | undefined {
  const days = daysOf(search, today)
  if (days === undefined) {
    return undefined
  }
  const [from, to] = days
  const length = (Date.parse(to) - Date.parse(from)) / DAY + 1
  return { period: 'custom', from: plusDays(from, -length), to: plusDays(from, -1) }
}

function daysOf(search: PeriodSearch, today: string): readonly [string, string] | undefined {
  switch (search.period) {
    case 'today':
      return [today, today]
    case 'yesterday':
      return [plusDays(today, -1), plusDays(today, -1)]
    case '7d':
      return [plusDays(today, -6), today]
    case '30d':
      return [plusDays(today, -29), today]
    case 'custom':
      return search.from === undefined || search.to === undefined ? undefined : [search.from, search.to]
    default:
      return undefined
  }
}

/** A calendar day so many days later. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}
