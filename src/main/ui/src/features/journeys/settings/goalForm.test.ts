import { describe, expect, it } from 'vitest'
import {
  faultsAt,
  goalFaults,
  goalId,
  goalOf,
  likelyKind,
  newFilter,
  typedGoal,
  withGoal,
  withKind,
  withOperator,
  type TypedFilter,
} from './goalForm'

const bought = {
  id: 'bought',
  name: 'Bought',
  event_name: 'purchase',
  filters: [
    { property: 'amount', op: 'gte' as const, value: 49.5 },
    { property: 'gift', op: 'eq' as const, value: false },
    { property: 'code', op: 'contains' as const, value: '12' },
    { property: 'note', op: 'neq' as const, value: '' },
    { property: 'voucher', op: 'exists' as const, value: null },
  ],
  goal_step_id: 'first',
  conversion_period_days: 7,
  value_property: 'amount',
  currency: 'EUR',
  currency_property: null,
}
const rated = { ...bought, id: 'rated', name: 'Rated', event_name: null, filters: null, goal_step_id: null }

describe('a goal in a form', () => {
  it('comes back as it went in', () => {
    expect(goalOf(typedGoal(bought), 'bought')).toEqual(bought)
    expect(goalOf(typedGoal(rated), 'rated')).toEqual(rated)
  })

  it('keeps what nobody touched, spaces included, and takes them from what is typed', () => {
    const spaced = {
      ...bought,
      name: ' Bought ',
      event_name: ' purchase ',
      filters: [{ property: ' amount', op: 'gte' as const, value: 50 }],
    }
    const typed = typedGoal(spaced)
    expect(goalOf(typed, 'bought', spaced)).toEqual(spaced)
    expect(goalOf({ ...typed, name: ' Ordered ' }, 'bought', spaced)).toEqual({ ...spaced, name: 'Ordered' })
    expect(goalOf({ ...typed, eventName: ' order ' }, 'bought', spaced)).toMatchObject({ event_name: 'order' })
    const added = { ...newFilter(typed.filters), property: ' shop ', value: ' Berlin ' }
    expect(goalOf({ ...typed, filters: [...typed.filters, added] }, 'bought', spaced).filters).toEqual([
      ...spaced.filters,
      { property: 'shop', op: 'eq', value: ' Berlin ' },
    ])
  })

  it('is new with the conversion period that the service would give it', () => {
    expect(goalOf({ ...typedGoal(undefined), name: ' Bought ', eventName: ' purchase ' }, 'bought')).toEqual({
      id: 'bought',
      name: 'Bought',
      event_name: 'purchase',
      filters: [],
      goal_step_id: null,
      conversion_period_days: 30,
      value_property: null,
      currency: null,
      currency_property: null,
    })
  })

  it('has no fault where the service finds none', () => {
    expect(goalFaults(typedGoal(bought))).toEqual({})
    expect(goalFaults(typedGoal(rated))).toEqual({})
  })

  it('shows every fault at its field', () => {
    const typed = typedGoal(undefined)
    const filters = [filter({ property: '' }), filter({ kind: 'number', value: '49,5' }), filter({ op: 'exists' })]
    expect(goalFaults({ ...typed, filters, days: '366' })).toEqual({
      name: 'Must not be blank.',
      event_name: 'Must not be blank.',
      'filters[0].property': 'Must not be blank.',
      'filters[1].value': 'Must be a number, such as 49.5 or -3.',
      conversion_period_days: 'Must be a whole number from 1 to 365.',
    })
    expect(goalFaults({ ...typed, name: 'Came back', reachedBy: 'sender', filters })).toEqual({})
  })

  it('has a currency only beside a value, named once', () => {
    const typed = typedGoal(rated)
    expect(goalFaults({ ...typed, valueProperty: '' })).toEqual({ value_property: 'Must not be blank.' })
    expect(goalFaults({ ...typed, currency: 'EURO' })).toHaveProperty('currency')
    expect(goalFaults({ ...typed, currencyProperty: 'currency' })).toHaveProperty('currency_property')
    expect(goalFaults({ ...typed, currency: '', currencyProperty: 'currency' })).toEqual({})
  })

  it.each(['0', '1.5', '', 'ten', '-1', '1e2'])('takes no %s days', (days) => {
    expect(goalFaults({ ...typedGoal(rated), days })).toHaveProperty('conversion_period_days')
  })

  it.each([
    ['-3', true],
    [' 49.50 ', true],
    ['1e3', true],
    ['.5', true],
    ['0x10', false],
    ['1e999', false],
    ['', false],
    ['Infinity', false],
  ])('takes the number %s: %s', (value, taken) => {
    const faults = goalFaults({ ...typedGoal(bought), filters: [filter({ kind: 'number', value })] })
    expect(Object.keys(faults)).toHaveLength(taken ? 0 : 1)
  })
})

describe('a filter', () => {
  it('differs from all others', () => {
    expect(newFilter([]).key).toBe(0)
    expect(newFilter([filter({ key: 4 }), filter({ key: 2 })]).key).toBe(5)
  })

  it('keeps what was typed as far as it fits', () => {
    expect(withOperator(filter({ value: 'Berlin' }), 'neq')).toMatchObject({ kind: 'text', value: 'Berlin' })
    expect(withOperator(filter({ kind: 'truth', value: 'false' }), 'gt')).toMatchObject({ kind: 'number', value: '' })
    expect(withOperator(filter({ value: 'Berlin' }), 'exists').value).toBe('Berlin')
    expect(withKind(filter({ value: '12' }), 'number')).toMatchObject({ kind: 'number', value: '12' })
    expect(withKind(filter({ value: 'false' }), 'truth').value).toBe('false')
    expect(withKind(filter({ value: 'Berlin' }), 'truth').value).toBe('true')
  })
})

describe('a value', () => {
  it('is a number where it is to be more or less, unless a text is there already', () => {
    for (const op of ['gt', 'gte', 'lt', 'lte'] as const) {
      expect(withOperator(filter({}), op)).toMatchObject({ op, kind: 'number', value: '' })
      expect(withOperator(filter({ value: '50' }), op)).toMatchObject({ op, kind: 'number', value: '50' })
      expect(withOperator(filter({ value: '2026-03-07' }), op)).toMatchObject({ op, kind: 'text', value: '2026-03-07' })
    }
  })

  it.each([
    ['50', 'number'],
    [' -3.5 ', 'number'],
    ['1e3', 'number'],
    ['true', 'truth'],
    ['False', 'truth'],
    ['', undefined],
    ['fifty', undefined],
    ['1e999', undefined],
    ['50 €', undefined],
  ])('that is the text %j looks like: %s', (value, kind) => {
    expect(likelyKind(filter({ value }))).toBe(kind)
    expect(likelyKind(filter({ value, op: 'contains' }))).toBeUndefined()
    expect(likelyKind(filter({ value, kind: 'number' }))).toBeUndefined()
  })

  it('that looks like true or false cannot be more or less', () => {
    expect(likelyKind(filter({ value: 'true', op: 'gt' }))).toBeUndefined()
    expect(likelyKind(filter({ value: '50', op: 'gt' }))).toBe('number')
  })

  it('becomes what it looks like', () => {
    expect(
      goalOf({ ...typedGoal(bought), filters: [withKind(filter({ value: ' 50 ' }), 'number')] }, 'a').filters,
    ).toEqual([{ property: 'amount', op: 'eq', value: 50 }])
    expect(
      goalOf({ ...typedGoal(bought), filters: [withKind(filter({ value: 'False' }), 'truth')] }, 'a').filters,
    ).toEqual([{ property: 'amount', op: 'eq', value: false }])
  })
})

describe('the goals of a journey', () => {
  it('stay in their order', () => {
    const changed = { ...bought, name: 'Ordered' }
    expect(withGoal([bought, rated], changed)).toEqual({ goals: [changed, rated], at: 0 })
    expect(withGoal([rated], changed)).toEqual({ goals: [rated, changed], at: 1 })
  })

  it('have ids made of their names, none of them twice', () => {
    expect(goalId('  Große Bestellung, über 80 €! ', [])).toBe('grosse_bestellung_uber_80')
    expect(goalId('Bought', ['bought', 'bought_2'])).toBe('bought_3')
    expect(goalId('買った', [])).toBe('goal')
  })

  it('get only their own faults of those that the service names', () => {
    const faults = { 'goals[1].name': 'Must not be blank.', 'goals[11].name': 'Is required.', title: 'Is required.' }
    expect(faultsAt(faults, 1)).toEqual({ name: 'Must not be blank.' })
  })
})

function filter(part: Partial<TypedFilter>): TypedFilter {
  return { key: 0, property: 'amount', op: 'eq', kind: 'text', value: '', ...part }
}
