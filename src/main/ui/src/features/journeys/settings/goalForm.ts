import type { Schemas } from '@/shared/api/client'
import { MAXIMUM_DAYS, MAXIMUM_EVENT_NAME, MAXIMUM_NAME, MAXIMUM_VALUE } from '@/features/journeys/limits'
import { longerThan, textFault, textOf, type Faults } from '@/features/journeys/problems'

type Goal = Schemas['Goal']
type Filter = Schemas['Filter']
type Operator = Schemas['FilterOperator']

/** What a property is compared with. */
export type ValueKind = 'text' | 'number' | 'truth'

/** A condition on a property, as typed. */
export interface TypedFilter {
  /** Identifies the condition in the list. */
  readonly key: number
  readonly property: string
  readonly op: Operator
  readonly kind: ValueKind
  /** What is typed; of the kind `truth`, `true` or `false`. */
  readonly value: string
}

/** A goal, as typed. */
export interface TypedGoal {
  readonly name: string
  /** Whether the app reports it (`goal_reached`), or a custom event reaches it. */
  readonly reachedBy: 'sender' | 'event'
  readonly eventName: string
  readonly filters: readonly TypedFilter[]
  /** The step where tracking starts; empty where entering starts it. */
  readonly stepId: string
  readonly days: string
  /** The property that is the value of a conversion; empty where conversions have none. */
  readonly valueProperty: string
  /** Three letters, or empty. */
  readonly currency: string
  /** The property that is the currency; empty where there is none. */
  readonly currencyProperty: string
}

const DEFAULT_DAYS = 30
const CURRENCY = /^[a-z]{3}$/i
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** A goal as it is there, to be changed; or a new one. */
export function typedGoal(goal: Goal | undefined): TypedGoal {
  return {
    name: goal?.name ?? '',
    reachedBy: goal?.event_name === null ? 'sender' : 'event',
    eventName: goal?.event_name ?? '',
    filters: (goal?.filters ?? []).map(typedFilter),
    stepId: goal?.goal_step_id ?? '',
    days: String(goal?.conversion_period_days ?? DEFAULT_DAYS),
    valueProperty: goal?.value_property ?? '',
    currency: goal?.currency ?? '',
    currencyProperty: goal?.currency_property ?? '',
  }
}

function typedFilter({ property, op, value }: Filter, key: number): TypedFilter {
  const kind = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'truth' : 'text'
  return { key, property, op, kind, value: value === null ? '' : String(value) }
}

/** A condition that is still to be filled in. */
export function newFilter(others: readonly TypedFilter[]): TypedFilter {
  return { key: Math.max(-1, ...others.map(({ key }) => key)) + 1, property: '', op: 'eq', kind: 'text', value: '' }
}

/** The kinds of values that a property can be compared with in this way. */
export function kindsOf(op: Operator): readonly ValueKind[] {
  switch (op) {
    case 'exists':
      return []
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return ['number', 'text']
    case 'eq':
    case 'neq':
    case 'contains':
      return ['text', 'number', 'truth']
  }
}

/** A condition compared in another way, with what was typed as far as it fits. */
export function withOperator(filter: TypedFilter, op: Operator): TypedFilter {
  const kinds = kindsOf(op)
  const text = filter.kind === 'text' && filter.value !== '' && likeness(filter.value) !== 'number'
  // What is more or less than something is a number, unless a text is there that is none, such as a day.
  const fits = kinds.includes(filter.kind) && (kinds[0] !== 'number' || filter.kind === 'number' || text)
  return kinds.length === 0 || fits ? { ...filter, op } : withKind({ ...filter, op }, kinds[0] ?? 'text')
}

/** What a text looks like that is compared as a text; undefined where it looks like nothing else, or that is meant. */
export function likelyKind({ op, kind, value }: TypedFilter): Exclude<ValueKind, 'text'> | undefined {
  const like = kind === 'text' && op !== 'contains' ? likeness(value) : undefined
  return like !== undefined && kindsOf(op).includes(like) ? like : undefined
}

function likeness(value: string): Exclude<ValueKind, 'text'> | undefined {
  const text = value.trim()
  return isNumber(text) ? 'number' : /^(true|false)$/i.test(text) ? 'truth' : undefined
}

function isNumber(text: string): boolean {
  return NUMBER.test(text) && Number.isFinite(Number(text))
}

/** A condition on a value of another kind, with what was typed as far as it fits. */
export function withKind(filter: TypedFilter, kind: ValueKind): TypedFilter {
  const typed = filter.value.trim().toLowerCase()
  switch (kind) {
    case 'truth':
      return { ...filter, kind, value: typed === 'false' ? 'false' : 'true' }
    case 'text':
    case 'number':
      return { ...filter, kind, value: filter.kind === 'truth' ? '' : filter.value }
  }
}

/** What the service would refuse, by the API's fields of a goal. */
export function goalFaults(goal: TypedGoal): Faults {
  const days = Number(goal.days)
  const found: Record<string, string | undefined> = {
    name: textFault(goal.name, MAXIMUM_NAME),
    conversion_period_days:
      /^\d+$/.test(goal.days.trim()) && days >= 1 && days <= MAXIMUM_DAYS
        ? undefined
        : `Must be a whole number from 1 to ${MAXIMUM_DAYS}.`,
  }
  if (goal.valueProperty !== '' || goal.currency !== '' || goal.currencyProperty !== '') {
    found.value_property = textFault(goal.valueProperty, MAXIMUM_EVENT_NAME)
    found.currency =
      goal.currency.trim() === '' || CURRENCY.test(goal.currency.trim())
        ? undefined
        : 'Must be three letters, such as EUR.'
    found.currency_property =
      goal.currencyProperty !== '' && goal.currency.trim() !== ''
        ? 'Must be empty where there is a currency.'
        : goal.currencyProperty === ''
          ? undefined
          : textFault(goal.currencyProperty, MAXIMUM_EVENT_NAME)
  }
  if (goal.reachedBy === 'event') {
    found.event_name = textFault(goal.eventName, MAXIMUM_EVENT_NAME)
    goal.filters.forEach((filter, at) => {
      found[`filters[${at}].property`] = textFault(filter.property, MAXIMUM_EVENT_NAME)
      found[`filters[${at}].value`] = valueFault(filter)
    })
  }
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

function valueFault({ op, kind, value }: TypedFilter): string | undefined {
  if (op === 'exists') {
    return undefined
  }
  switch (kind) {
    case 'truth':
      return undefined
    case 'number':
      return isNumber(value.trim()) ? undefined : 'Must be a number, such as 49.5 or -3.'
    case 'text':
      return longerThan(value, MAXIMUM_VALUE) ? `Must have at most ${MAXIMUM_VALUE} characters.` : undefined
  }
}

/**
 * The goal as the API takes it; only to be used where {@link goalFaults} found nothing. The names of events and
 * properties that were there before stay as they were, as a space less would be another event.
 */
export function goalOf(goal: TypedGoal, id: string, before?: Goal): Goal {
  const byEvent = goal.reachedBy === 'event'
  const properties = (before?.filters ?? []).map(({ property }) => property)
  return {
    id,
    name: textOf(goal.name, before?.name),
    event_name: byEvent ? textOf(goal.eventName, before?.event_name) : null,
    filters: byEvent ? goal.filters.map((filter) => filterOf(filter, properties)) : null,
    goal_step_id: goal.stepId === '' ? null : goal.stepId,
    conversion_period_days: Number(goal.days),
    value_property: orNull(goal.valueProperty, before?.value_property),
    currency: orNull(goal.currency, before?.currency),
    currency_property: orNull(goal.currencyProperty, before?.currency_property),
  }
}

function orNull(text: string, before: string | null | undefined): string | null {
  return text === '' ? null : textOf(text, before)
}

function filterOf({ property, op, kind, value }: TypedFilter, before: readonly string[]): Filter {
  return { property: textOf(property, ...before), op, value: op === 'exists' ? null : valueOf(kind, value) }
}

function valueOf(kind: ValueKind, value: string): string | number | boolean {
  switch (kind) {
    case 'text':
      return value
    case 'number':
      return Number(value)
    case 'truth':
      return value === 'true'
  }
}

/** An id for a goal of that name, which differs from those that are taken; events name a goal by it. */
export function goalId(name: string, taken: readonly string[]): string {
  const plain =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{Mark}/gu, '')
      .replaceAll('ß', 'ss')
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
      .slice(0, 64) || 'goal'
  let id = plain
  for (let next = 2; taken.includes(id); next++) {
    id = `${plain}_${next}`
  }
  return id
}

/** The goals with one more, or with one as it became; at its place, or last if someone else has removed it. */
export function withGoal(goals: readonly Goal[], goal: Goal): { readonly goals: Goal[]; readonly at: number } {
  const found = goals.findIndex(({ id }) => id === goal.id)
  const at = found === -1 ? goals.length : found
  return { goals: goals.toSpliced(at, 1, goal), at }
}

/** The faults of the goal at an index of the list, by field of the goal. */
export function faultsAt(faults: Faults, at: number): Faults {
  const path = `goals[${at}].`
  return Object.fromEntries(
    Object.entries(faults)
      .filter(([field]) => field.startsWith(path))
      .map(([field, message]) => [field.slice(path.length), message]),
  )
}
