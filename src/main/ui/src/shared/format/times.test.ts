import { describe, expect, it } from 'vitest'
import { dayOf, formatClock, formatDate, formatMoment, formatShortDay } from './times'

describe('times', () => {
  const moment = '2026-05-12T22:30:00Z'

  it('are those of the zone named, not of the machine', () => {
    expect(formatMoment(moment, 'Europe/Berlin')).toBe('13 May 2026, 00:30')
    expect(formatMoment(moment, 'America/New_York')).toBe('12 May 2026, 18:30')
    expect(formatClock(moment, 'Asia/Kathmandu')).toBe('04:15')
  })

  it('fall on the calendar day of the zone', () => {
    expect(dayOf(moment, 'Europe/Berlin')).toBe('2026-05-13')
    expect(dayOf(moment, 'America/New_York')).toBe('2026-05-12')
  })

  it('know the weekday', () => {
    expect(formatShortDay(moment, 'America/New_York', { weekday: true })).toBe('Tue 12 May')
    expect(formatShortDay(moment, 'America/New_York', { year: true })).toBe('12 May 2026')
  })

  it('show a date unchanged, independent of the time zone of the machine', () => {
    expect(formatDate('2026-05-12')).toBe('12 May 2026')
  })
})
