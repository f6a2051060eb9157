import { formatCount } from '@/shared/format/numbers'

/** The shortest and the longest time that the service takes, in days. */
export const LEAST_DAYS = 30
export const MOST_DAYS = 36_500

const DAY = 86_400_000

/** How long events are kept, in words. */
export function keptInWords(days: number | null): string {
  return days === null ? 'For ever' : `For ${formatCount(days)} days`
}

/** The typed number of days: null for “for ever”, undefined if it is invalid. */
export function daysOf(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') {
    return null
  }
  const days = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return days >= LEAST_DAYS && days <= MOST_DAYS ? days : undefined
}

/** The first day that is kept, as a calendar day, where this many days before today are: `2026-05-12`. */
export function firstDayKept(days: number, today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10)
}

/**
 * The first day of those that stay where it is later than now, which is when events go.
 *
 * @param dataFrom the beginning of the first day kept now, from the service; null if all days are kept
 */
export function newFirstDay(days: number | null | undefined, dataFrom: string | null, today: string): string | null {
  if (days === null || days === undefined) {
    return null
  }
  const first = firstDayKept(days, today)
  return dataFrom !== null && first <= dataFrom.slice(0, 10) ? null : first
}
