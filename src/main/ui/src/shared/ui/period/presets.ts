/** Names of ranges of days that follow from today. */
export const presetTitles = {
  month: 'This month',
  last_month: 'Last month',
  quarter: 'This quarter',
  '90d': '90 days',
  '12m': '12 months',
} as const

export type PresetName = keyof typeof presetTitles

export const presetNames = Object.keys(presetTitles) as readonly PresetName[]

/** A first and a last day, both included. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

const MONTHS_OF_QUARTER = 3
const DAYS = 90

/** The days of a preset; today is its last day, unless it has ended before. */
export function presetRange(name: PresetName, today: string): DayRange {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  switch (name) {
    case 'month':
      return { from: dayAt(year, month, 1), to: today }
    case 'last_month':
      return { from: dayAt(year, month - 1, 1), to: dayAt(year, month, 0) }
    case 'quarter':
      return { from: dayAt(year, month - ((month - 1) % MONTHS_OF_QUARTER), 1), to: today }
    case '90d':
      return { from: dayAt(year, month, day - DAYS + 1), to: today }
    case '12m':
      return { from: dayAt(year - 1, month, day + 1), to: today }
  }
}

/** The preset that these days are today; undefined if none. */
export function presetOf({ from, to }: Partial<DayRange>, today: string): PresetName | undefined {
  return presetNames.find((name) => {
    const range = presetRange(name, today)
    return range.from === from && range.to === to
  })
}

/** A calendar day; months and days beyond their range continue in the next or previous one. */
function dayAt(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
