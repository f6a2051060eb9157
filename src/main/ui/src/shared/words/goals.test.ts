import { expect, it } from 'vitest'
import { conditionsInWords, goalsInWords, periodInWords, startOf } from './goals'

it('says conditions in words', () => {
  expect(conditionsInWords(null)).toBe('Reported by your app')
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
  ).toBe('purchase, where amount is at least 80 and shop is “Berlin” and voucher is set')
})

it('says how long a goal counts', () => {
  expect(periodInWords(30, undefined)).toBe('30 days after entering')
  expect(periodInWords(1, 'First order?')).toBe('1 day after exit from “First order?”')
})

it('names the step where tracking starts', () => {
  const journey = {
    steps: [{ id: 'first', name: 'First order?', kind: 'condition' as const, channel: null }],
    goals: [goal('bought', 'first'), goal('rated', null), goal('lost', 'gone')],
  }
  expect(startOf('bought', journey)).toBe('First order?')
  expect(startOf('rated', journey)).toBeUndefined()
  expect(startOf('lost', journey)).toBe('gone')
})

it('counts goals', () => {
  expect(goalsInWords(0)).toBe('no conversion goals')
  expect(goalsInWords(1)).toBe('1 conversion goal')
  expect(goalsInWords(3)).toBe('3 conversion goals')
})

function goal(id: string, goalStepId: string | null) {
  return {
    id,
    name: id,
    event_name: null,
    filters: null,
    goal_step_id: goalStepId,
    conversion_period_days: 30,
    value_property: null,
    currency: null,
    currency_property: null,
  }
}
