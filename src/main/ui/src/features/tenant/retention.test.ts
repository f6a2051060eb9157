import { describe, expect, it } from 'vitest'
import { daysOf, firstDayKept, keptInWords, newFirstDay } from './retention'

describe('how long events are kept', () => {
  it('is a number of days, or for ever', () => {
    expect(daysOf('365')).toBe(365)
    expect(daysOf(' 30 ')).toBe(30)
    expect(daysOf('36500')).toBe(36_500)
    expect(daysOf('')).toBeNull()
    expect(daysOf('  ')).toBeNull()
    for (const wrong of ['29', '36501', '-30', '30.5', '1e3', 'year', '0x40', '99999999999']) {
      expect(daysOf(wrong), wrong).toBeUndefined()
    }
  })

  it('reads as words', () => {
    expect(keptInWords(null)).toBe('For ever')
    expect(keptInWords(1095)).toBe('For 1,095 days')
  })

  it('begins with a calendar day, independent of clock changes', () => {
    expect(firstDayKept(30, '2026-04-10')).toBe('2026-03-11')
    expect(firstDayKept(365, '2024-02-29')).toBe('2023-03-01')
  })

  it('has a first day only if events are removed', () => {
    expect(newFirstDay(30, null, '2026-04-10')).toBe('2026-03-11')
    expect(newFirstDay(30, '2026-01-01T00:00:00+01:00', '2026-04-10')).toBe('2026-03-11')
    expect(newFirstDay(30, '2026-03-11T00:00:00+01:00', '2026-04-10')).toBeNull()
    expect(newFirstDay(365, '2026-03-11T00:00:00+01:00', '2026-04-10')).toBeNull()
    expect(newFirstDay(null, null, '2026-04-10')).toBeNull()
    expect(newFirstDay(undefined, null, '2026-04-10')).toBeNull()
  })
})
