/** Times for people, in a time zone that is always named by the caller: the tenant's. */

const formats = new Map<string, Intl.DateTimeFormat>()

function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = timeZone + JSON.stringify(options)
  const known = formats.get(key)
  if (known !== undefined) {
    return known
  }
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...options })
  formats.set(key, made)
  return made
}

type Time = string | number

/** `12 May 2026`. */
export function formatDay(time: Time, timeZone: string): string {
  return format(timeZone, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(time))
}

/** `12 May`, or with more, `Tue 12 May 2026`. */
export function formatShortDay(
  time: Time,
  timeZone: string,
  more: { readonly weekday?: boolean; readonly year?: boolean } = {},
): string {
  return format(timeZone, {
    day: 'numeric',
    month: 'short',
    ...(more.weekday === true ? { weekday: 'short' } : {}),
    ...(more.year === true ? { year: 'numeric' } : {}),
  })
    .format(new Date(time))
    .replace(',', '')
}

/** `May 2026`. */
export function formatMonth(time: Time, timeZone: string): string {
  return format(timeZone, { month: 'short', year: 'numeric' }).format(new Date(time))
}

/** `14:02`. */
export function formatClock(time: Time, timeZone: string): string {
  return format(timeZone, { hour: '2-digit', minute: '2-digit' }).format(new Date(time))
}

/** `12 May 2026, 14:02`. */
export function formatMoment(time: Time, timeZone: string): string {
  return `${formatDay(time, timeZone)}, ${formatClock(time, timeZone)}`
}

/** The calendar day of a moment, `2026-05-12`. */
export function dayOf(time: Time, timeZone: string): string {
  const parts = format(timeZone, { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(new Date(time))
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** A calendar day for people: `12 May 2026`. */
export function formatDate(date: string): string {
  return formatDay(`${date}T00:00:00Z`, 'UTC')
}
