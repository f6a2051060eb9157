import type { Metric } from '@/shared/metrics/catalogue'

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const percent = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 })
const amount = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 4 })
const axisPercent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 })
const change = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1, signDisplay: 'never' })

/** Shown where there is no number, such as a rate without a base. */
export const NOTHING = '–'

/** A count for people: `48,210`. */
export function formatCount(value: number | null | undefined): string {
  return value === null || value === undefined ? NOTHING : whole.format(value)
}

/** A count where there is little room: `48.2K`. */
export function formatShort(value: number): string {
  return short.format(value)
}

/** A rate for people, a fraction as a percentage with two decimals: `41.20%`. */
export function formatRate(value: number | null | undefined): string {
  return value === null || value === undefined ? NOTHING : percent.format(value)
}

/** An amount for people, in its currency where it has one: `€12.00`, `120.00 POINTS`. */
export function formatAmount(value: string, currency: string | null): string {
  const number = Number(value)
  if (currency?.length === 3) {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).format(number)
  }
  return [amount.format(number), currency].filter((part) => part !== null).join(' ')
}

/** In what a chart's numbers are measured; durations are milliseconds. */
export type Unit = Metric['unit'] | 'duration'

/** A value, by its unit. */
export function formatValue(unit: Unit, value: number | null | undefined): string {
  switch (unit) {
    case 'rate':
      return formatRate(value)
    case 'count':
      return formatCount(value)
    case 'duration':
      return formatDuration(value)
  }
}

/** A value on an axis, by its unit. */
export function formatAxis(unit: Unit, value: number): string {
  switch (unit) {
    case 'rate':
      return axisPercent.format(value)
    case 'count':
      return formatShort(value)
    case 'duration':
      return formatDuration(value)
  }
}

const SECOND = 1000
const lengths = [
  { name: 'd', length: 86_400 * SECOND },
  { name: 'h', length: 3600 * SECOND },
  { name: 'min', length: 60 * SECOND },
  { name: 's', length: SECOND },
] as const

/** How long something took, in its two largest units: `2 d 4 h`, `3 min 20 s`, `850 ms`. */
export function formatDuration(millis: number | null | undefined): string {
  if (millis === null || millis === undefined) {
    return NOTHING
  }
  const at = lengths.findIndex(({ length }) => millis >= length)
  const largest = lengths[at]
  if (largest === undefined) {
    return `${String(Math.round(millis))} ms`
  }
  const next = lengths[at + 1]
  const first = Math.floor(millis / largest.length)
  const rest = next === undefined ? 0 : Math.floor((millis - first * largest.length) / next.length)
  return `${String(first)} ${largest.name}${next === undefined || rest === 0 ? '' : ` ${String(rest)} ${next.name}`}`
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const THOUSAND = 1000

/** A size in bytes for people: `2.1 MB`. */
export function formatSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / Math.log10(THOUSAND)), sizes.length - 1)
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: sizes[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / THOUSAND ** power)
}

/** How a number moved against one before. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same'
  /** By how much, without a sign, such as `6.1%`; of a rate, a number of percentage points. */
  readonly amount: string
  readonly unit?: 'points'
}

/** The change from one number to another; null if it cannot be expressed, such as from 0. */
export function changeOf(
  unit: Metric['unit'],
  now: number | null | undefined,
  before: number | null | undefined,
): Change | null {
  if (now === null || now === undefined || before === null || before === undefined) {
    return null
  }
  const difference = now - before
  if (unit === 'rate') {
    const points = Math.round(Math.abs(difference) * 10_000) / 100
    return { direction: points === 0 ? 'same' : direction(difference), amount: points.toFixed(2), unit: 'points' }
  }
  if (before === 0) {
    return difference === 0 ? { direction: 'same', amount: change.format(0) } : null
  }
  return { direction: direction(difference), amount: change.format(difference / before) }
}

function direction(difference: number): Change['direction'] {
  return difference > 0 ? 'up' : difference < 0 ? 'down' : 'same'
}
