import { expect, it } from 'vitest'
import { reason } from './Accounting'
import { conditionsInWords, periodInWords } from './goals'

it('says conditions in words', () => {
  expect(conditionsInWords(null)).toBe('Decided by the sender of events')
  expect(conditionsInWords({ event_name: 'purchase', filters: [] })).toBe('purchase')
  expect(
    conditionsInWords({
      event_name: 'purchase',
      filters: [
        { property: 'amount', op: 'gte', value: 80 },
        { property: 'shop', op: 'eq', value: 'Berlin' },
        { property: 'voucher', op: 'exists' },
      ],
    }),
  ).toBe('purchase, where amount is at least 80 and shop is “Berlin” and voucher is there')
})

it('says how long a goal counts', () => {
  expect(periodInWords(30, undefined)).toBe('30 days after entering')
  expect(periodInWords(1, 'First order?')).toBe('1 day after “First order?”')
})

it('says why entrances do not add up', () => {
  expect(reason(3, true)).toContain('3 entrances more')
  expect(reason(-2, true)).toContain('2 exits and drop-offs more')
  expect(reason(-2, false)).toContain('part of the time')
})
