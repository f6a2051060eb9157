import { describe, expect, it } from 'vitest'
import { presetNames, presetOf, presetRange } from './presets'

describe('a preset', () => {
  it.each([
    ['month', '2026-11-30', '2026-11-01', '2026-11-30'],
    ['month', '2026-11-01', '2026-11-01', '2026-11-01'],
    ['last_month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['last_month', '2024-03-01', '2024-02-01', '2024-02-29'],
    ['last_month', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-01-01'],
    ['quarter', '2026-06-30', '2026-04-01', '2026-06-30'],
    ['quarter', '2026-12-05', '2026-10-01', '2026-12-05'],
    ['90d', '2026-11-30', '2026-09-02', '2026-11-30'],
    ['12m', '2026-11-30', '2025-12-01', '2026-11-30'],
    ['12m', '2024-02-29', '2023-03-02', '2024-02-29'],
  ] as const)('%s is on %s from %s to %s', (name, today, from, to) => {
    expect(presetRange(name, today)).toEqual({ from, to })
  })

  it('is recognised by its days, on that day only', () => {
    for (const name of presetNames) {
      expect(presetOf(presetRange(name, '2026-11-20'), '2026-11-20')).toBe(name)
    }
    expect(presetOf(presetRange('90d', '2026-11-20'), '2026-11-21')).toBeUndefined()
    expect(presetOf({}, '2026-11-20')).toBeUndefined()
  })
})
