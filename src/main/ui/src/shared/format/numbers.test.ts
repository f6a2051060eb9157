import { describe, expect, it } from 'vitest'
import { changeOf, formatAmount, formatCount, formatDuration, formatRate, formatShort, formatSize } from './numbers'

describe('numbers', () => {
  it('groups counts', () => {
    expect(formatCount(48210)).toBe('48,210')
    expect(formatCount(0)).toBe('0')
    expect(formatShort(48210)).toBe('48.2K')
  })

  it('shows a duration in its two largest units', () => {
    expect(formatDuration(0)).toBe('0 ms')
    expect(formatDuration(999)).toBe('999 ms')
    expect(formatDuration(61_000)).toBe('1 min 1 s')
    expect(formatDuration(3_600_000)).toBe('1 h')
    expect(formatDuration(5_400_000)).toBe('1 h 30 min')
    expect(formatDuration(187_259_000)).toBe('2 d 4 h')
    expect(formatDuration(null)).toBe('–')
  })

  it('shows rates as percentages with two decimals', () => {
    expect(formatRate(0.1234)).toBe('12.34%')
    expect(formatRate(1)).toBe('100.00%')
    expect(formatRate(0)).toBe('0.00%')
  })

  it('shows sizes in the largest unit that fits', () => {
    expect(formatSize(0)).toBe('0 bytes')
    expect(formatSize(1)).toBe('1 byte')
    expect(formatSize(999)).toBe('999 bytes')
    expect(formatSize(1000)).toBe('1 kB')
    expect(formatSize(2_149_000)).toBe('2.1 MB')
    expect(formatSize(5_000_000_000_000)).toBe('5,000 GB')
  })

  it('shows a dash where there is no number', () => {
    expect(formatCount(null)).toBe('–')
    expect(formatRate(null)).toBe('–')
    expect(formatRate(undefined)).toBe('–')
  })
})

describe('changes', () => {
  it('are shares of a count', () => {
    expect(changeOf('count', 106, 100)).toEqual({ direction: 'up', amount: '6%' })
    expect(changeOf('count', 50, 100)).toEqual({ direction: 'down', amount: '50%' })
    expect(changeOf('count', 0, 0)).toEqual({ direction: 'same', amount: '0%' })
  })

  it('are percentage points of a rate, as a share of a share is misread', () => {
    expect(changeOf('rate', 0.12, 0.1)).toEqual({ direction: 'up', amount: '2.00', unit: 'points' })
    expect(changeOf('rate', 0.100001, 0.1)).toEqual({ direction: 'same', amount: '0.00', unit: 'points' })
  })

  it('are left out without a number to compare with', () => {
    expect(changeOf('count', 5, 0)).toBeNull()
    expect(changeOf('rate', 0.5, null)).toBeNull()
    expect(changeOf('count', undefined, 5)).toBeNull()
  })
})

describe('an amount', () => {
  it('is shown in its currency, where it has one', () => {
    expect(formatAmount('1234.5000', 'EUR')).toBe('€1,234.50')
    expect(formatAmount('-3.0000', 'USD')).toBe('-$3.00')
    expect(formatAmount('120.0000', 'POINTS')).toBe('120.00 POINTS')
    expect(formatAmount('0.1234', null)).toBe('0.1234')
  })
})
