import type { Schemas } from '@/shared/api/client'

type Journey = Schemas['Journey']
type Operator = Schemas['FilterOperator']

/** What reaches a goal: an event of that name whose properties satisfy every filter. */
interface Conditions {
  readonly event_name: string
  readonly filters: readonly Schemas['FilterForm'][]
}

/** How a property is compared, in words. */
export const operatorWords: Record<Operator, string> = {
  eq: 'is',
  neq: 'is not',
  gt: 'is more than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  contains: 'contains',
  exists: 'is set',
}

/** What reaches a goal, in words: `purchase, where amount is at least 80`. */
export function conditionsInWords(conditions: Conditions | null): string {
  if (conditions === null) {
    return 'Reported by your app'
  }
  const filters = conditions.filters.map(({ property, op, value }) =>
    op === 'exists' ? `${property} ${operatorWords[op]}` : `${property} ${operatorWords[op]} ${valueInWords(value)}`,
  )
  return filters.length === 0 ? conditions.event_name : `${conditions.event_name}, where ${filters.join(' and ')}`
}

function valueInWords(value: string | number | boolean | null | undefined): string {
  return typeof value === 'string' ? `“${value}”` : String(value)
}

/** How long a goal counts, in words: `30 days after entering`. */
export function periodInWords(days: number, startStep: string | undefined): string {
  const length = days === 1 ? '1 day' : `${days} days`
  return startStep === undefined ? `${length} after entering` : `${length} after exit from “${startStep}”`
}

/** The name of the step where a goal's tracking starts; undefined where entering starts it. */
export function startOf(goal: string, journey: Pick<Journey, 'goals' | 'steps'>): string | undefined {
  const step = journey.goals.find(({ id }) => id === goal)?.goal_step_id ?? undefined
  return step === undefined ? undefined : (journey.steps.find(({ id }) => id === step)?.name ?? step)
}

/** How many goals there are: `3 conversion goals`. */
export function goalsInWords(count: number): string {
  return count === 1 ? '1 conversion goal' : `${count === 0 ? 'no' : count} conversion goals`
}
