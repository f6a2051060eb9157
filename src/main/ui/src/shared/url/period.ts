/** A period as the address holds it; `from` and `to` are days, both included, of `custom` only. */
export interface PeriodSearch {
  readonly period?: PeriodName
  readonly from?: string
  readonly to?: string
  /** Whether the period before is shown, too. */
  readonly compare?: true
  /** The length of the buckets of charts; left out where it follows from the period. */
  readonly interval?: ChosenInterval
}

export const chosenIntervals = ['day', 'week', 'month'] as const

export type ChosenInterval = (typeof chosenIntervals)[number]

/** A period that is asked about: itself, or the same elapsed part of as many days right before it. */
export interface AskedPeriod extends PeriodSearch {
  readonly preceding?: 'elapsed'
}

export const periodNames = ['all', 'today', 'yesterday', '7d', '30d', 'custom'] as const

export type PeriodName = (typeof periodNames)[number]

/** The periods' names for people. */
export const periodTitles: Record<PeriodName, string> = {
  all: 'Overall',
  today: 'Today',
  yesterday: 'Yesterday',
  '7d': '7 days',
  '30d': '30 days',
  custom: 'Custom range',
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** Reads a period from an address; parts that make no sense are left out. */
export function readPeriod(search: Record<string, unknown>): PeriodSearch {
  const compare = search.compare === true ? { compare: true as const } : {}
  const chosen = chosenIntervals.find((one) => one === search.interval)
  const interval = chosen === undefined ? {} : { interval: chosen }
  const period = periodNames.find((name) => name === search.period)
  if (period === 'custom') {
    const { from, to } = search
    return isDay(from) && isDay(to) && from <= to ? { period, from, to, ...compare, ...interval } : interval
  }
  return period === undefined || period === 'all' ? interval : { period, ...compare, ...interval }
}

function isDay(value: unknown): value is string {
  const time = typeof value === 'string' && day.test(value) ? Date.parse(value) : Number.NaN
  // Some browsers take 30 February as 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(String(value))
}

/** The parameters that the API takes for it. */
export function periodQuery({ period, from, to, preceding }: AskedPeriod): {
  period: PeriodName
  from?: string
  to?: string
  preceding?: 'elapsed'
} {
  return {
    ...(period === 'custom' && from !== undefined && to !== undefined
      ? { period, from, to }
      : { period: period ?? 'all' }),
    ...(preceding === undefined ? {} : { preceding }),
  }
}

/** The period of an address that holds more. */
export function periodOf({ period, from, to, compare, interval }: PeriodSearch): PeriodSearch {
  return {
    ...(period === undefined ? {} : { period }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(compare === undefined ? {} : { compare }),
    ...(interval === undefined ? {} : { interval }),
  }
}

/** The same address with another period. */
export function withPeriod(search: Record<string, unknown>, period: PeriodSearch): Record<string, unknown> {
  const others = Object.entries(search).filter(
    ([name]) => !['period', 'from', 'to', 'compare', 'interval'].includes(name),
  )
  return { ...Object.fromEntries(others), ...period }
}

/** The same period, compared with the one before or not. */
export function comparing({ compare: _, ...period }: PeriodSearch, compare: boolean): PeriodSearch {
  return periodOf({ ...period, ...(compare ? { compare } : {}) })
}
