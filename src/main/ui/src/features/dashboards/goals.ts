import type { Schemas } from '@/shared/api/client'

type Conditions = Schemas['Conditions']
type Operator = Schemas['FilterOperator']

const operators: Record<Operator, string> = {
  eq: 'is',
  neq: 'is not',
  gt: 'is more than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  contains: 'contains',
  exists: 'is there',
}

/** What reaches a goal, in words: `purchase, where amount is at least 80`. */
export function conditionsInWords(conditions: Conditions | null): string {
  if (conditions === null) {
    return 'Decided by the sender of events'
  }
  const filters = conditions.filters.map(({ property, op, value }) =>
    op === 'exists' ? `${property} ${operators[op]}` : `${property} ${operators[op]} ${valueInWords(value)}`,
  )
  return filters.length === 0 ? conditions.event_name : `${conditions.event_name}, where ${filters.join(' and ')}`
}

function valueInWords(value: string | number | boolean | undefined): string {
  return typeof value === 'string' ? `“${value}”` : String(value)
}

/** How long a goal counts, in words: `30 days after entering`. */
export function periodInWords(days: number, startStep: string | undefined): string {
  const length = days === 1 ? '1 day' : `${days} days`
  return startStep === undefined ? `${length} after entering` : `${length} after “${startStep}”`
}
